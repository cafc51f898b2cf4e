package cn.sunlot.audit.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that the log signs with: made once, kept tight, exchanged over an overlap. */
class LogKeysTest {

  private static final String ORIGIN = "log.test";
  private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 0, Hash.EMPTY);

  @TempDir private Path folder;

  private LogKeys keys() throws IOException {
    return new LogKeys(ORIGIN, folder, "", "");
  }

  private Path file() {
    return folder.resolve("log.keys");
  }

  @Test
  void a_key_is_made_at_the_first_start_and_stays() throws Exception {
    List<VerifierKey> first = keys().verifiers();
    assertThat(first).hasSize(1);
    assertThat(keys().verifiers()).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    Policy.of(first).check(keys().sign(CHECKPOINT));
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws Exception {
    keys();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(this::keys).hasMessageContaining("can be read by others: chmod 600");
  }

  @Test
  void while_keys_are_exchanged_both_sign_so_that_readers_of_either_are_content() throws Exception {
    VerifierKey old = keys().verifiers().get(0);
    SignerKey fresh = SignerKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
    Files.writeString(file(), fresh.secret() + "\n", StandardOpenOption.APPEND);
    SignedCheckpoint both = keys().sign(CHECKPOINT);
    assertThat(both.note().signatures()).hasSize(2);
    Policy.of(List.of(old)).check(both);
    Policy.of(List.of(fresh.verifier())).check(both);
    Files.writeString(file(), fresh.secret() + "\n");
    assertThat(keys().verifiers()).containsExactly(fresh.verifier());
  }

  @Test
  void a_key_of_another_log_is_refused_with_the_way_out() throws Exception {
    SignerKey other = SignerKey.generate("other.test", KeyType.ED25519, new SecureRandom());
    keys();
    Files.writeString(file(), other.secret() + "\n");
    assertThatThrownBy(this::keys)
        .hasMessageContaining("other.test")
        .hasMessageContaining("sunlot.log.origin")
        .hasMessageNotContaining(other.secret());
  }

  @Test
  void the_key_of_a_pkcs12_file_signs() throws Exception {
    Path store = folder.resolve("log.p12");
    makeKey("Ed25519", store);
    LogKeys keys = new LogKeys(ORIGIN, folder, store.toString(), "changeit");
    assertThat(keys.verifiers()).hasSize(1);
    Policy.of(keys.verifiers()).check(keys.sign(CHECKPOINT));
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_pkcs12_file_with_another_kind_of_key_is_refused() throws Exception {
    Path store = folder.resolve("log.p12");
    makeKey("EC", store);
    assertThatThrownBy(() -> new LogKeys(ORIGIN, folder, store.toString(), "changeit"))
        .hasMessageContaining(store.toString())
        .hasMessageContaining("not Ed25519");
  }

  private static void makeKey(String algorithm, Path store) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "log",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=log",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }
}
