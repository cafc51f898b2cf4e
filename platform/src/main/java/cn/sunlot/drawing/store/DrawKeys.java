package cn.sunlot.drawing.store;

import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.kernel.secrets.Secrets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The secrets of draws: made here, kept sealed, opened for use. */
@Component
public class DrawKeys {

  private final Secrets secrets;
  private final SecureRandom random = new SecureRandom();

  DrawKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  /** 32 random bytes. */
  public byte[] make() {
    byte[] bytes = new byte[Suite.LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }

  public byte[] sealFrameKey(String ref, byte[] frameKey) {
    return secrets.seal("drawing/frame-key/" + ref, frameKey);
  }

  public byte[] sealChain(String ref, byte[] secret) {
    return secrets.seal("drawing/chain/" + ref, secret);
  }

  /**
   * Seals a party's nonce.
   *
   * @param nonce 64 hex digits
   */
  public byte[] sealNonce(String ref, String party, String nonce) {
    return secrets.seal(nonceOf(ref, party), HexFormat.of().parseHex(nonce));
  }

  /** The nonce of a party whose nonce the platform keeps, 64 hex digits. */
  public String openNonce(Draw draw, Participant party) {
    byte[] sealed = Objects.requireNonNull(party.sealedNonce(), party.party());
    return Names.hex(secrets.open(nonceOf(draw.ref(), party.party()), sealed));
  }

  /** Tokens and salts of a draw. */
  public Units units(Draw draw, Suite suite) {
    return new Units(suite, draw.ref(), openFrameKey(draw));
  }

  /** The key behind the tokens of a draw. */
  public byte[] openFrameKey(Draw draw) {
    return secrets.open("drawing/frame-key/" + draw.ref(), draw.frozen().frameKey());
  }

  /** The chain of a draw. */
  public HashChain chain(Draw draw, Suite suite) {
    byte[] secret = secrets.open("drawing/chain/" + draw.ref(), draw.frozen().chainSecret());
    return new HashChain(suite, secret, HashChain.DEFAULT_LENGTH);
  }

  private static String nonceOf(String ref, String party) {
    return "drawing/nonce/" + ref + "/" + party;
  }
}
