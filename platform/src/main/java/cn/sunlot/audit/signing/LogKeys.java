package cn.sunlot.audit.signing;

import cn.sunlot.kernel.secrets.PrivateFile;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.note.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that the log signs with: of the file {@code log.keys}, made at the first start, or of a
 * PKCS#12 file. All of them sign every checkpoint, so that readers have time to learn a new key
 * before the old one is taken away.
 */
@Component
public class LogKeys {

  private final String origin;
  private final List<SignerKey> signers;

  /**
   * Reads the keys.
   *
   * @param origin the log's name, e.g. {@code log.example.gov.cn}
   * @param folder where {@code log.keys} lies
   * @param pkcs12 another file with Ed25519 keys, or ""
   * @param password of that file
   * @throws IOException if there is no key, one cannot be read, or others may read it
   */
  LogKeys(
      @Value("${sunlot.log.origin:sunlot.local/log}") String origin,
      @Value("${sunlot.keys}") Path folder,
      @Value("${sunlot.log.pkcs12:}") String pkcs12,
      @Value("${sunlot.log.pkcs12-password:}") String password)
      throws IOException {
    this.origin = origin;
    this.signers = pkcs12.isEmpty() ? own(folder) : foreign(Path.of(pkcs12), password);
    if (signers.isEmpty()) {
      throw new IOException("there is no key to sign the log with, of the name " + origin);
    }
  }

  private List<SignerKey> own(Path folder) throws IOException {
    PrivateFile file = new PrivateFile(folder, "log.keys");
    String lines =
        new String(
            file.readOrCreate(
                () ->
                    (SignerKey.generate(origin, KeyType.ED25519, new SecureRandom()).secret()
                            + "\n")
                        .getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);
    List<SignerKey> keys = new ArrayList<>();
    for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
      SignerKey key = SignerKey.parse(line.strip());
      if (!key.verifier().name().equals(origin)) {
        throw new IOException(
            "%s holds a key of %s, but the log is named %s: set sunlot.log.origin, or add a key of that name"
                .formatted(file.path(), key.verifier().name(), origin));
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  private List<SignerKey> foreign(Path file, String password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      List<SignerKey> keys = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey secret) {
          KeyPair pair = new KeyPair(store.getCertificate(alias).getPublicKey(), secret);
          keys.add(SignerKey.of(origin, KeyType.ED25519, pair));
        }
      }
      return List.copyOf(keys);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " has a key that is not Ed25519, or cannot be read", e);
    }
  }

  /** The log's name. */
  public String origin() {
    return origin;
  }

  /** The public keys, in the order of the file. */
  public List<VerifierKey> verifiers() {
    return signers.stream().map(SignerKey::verifier).toList();
  }

  /** Signs a checkpoint with every key. */
  public SignedCheckpoint sign(Checkpoint checkpoint) {
    return SignedCheckpoint.sign(checkpoint, signers);
  }
}
