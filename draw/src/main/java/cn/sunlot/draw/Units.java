package cn.sunlot.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Salts and tokens of the units of one draw (section 3), from its secret {@code frameKey}; one
 * thread.
 *
 * <p>A token hides who is in the frame; whoever is given a unit's salt can check that unit's line.
 */
public final class Units {

  private final Suite suite;
  private final String drawId;
  private final byte[] frameKey;
  private final Hmac salts;
  private final MessageDigest tokens;
  private final byte[] saltPrefix;
  private final byte[] tokenPrefix;
  private final byte[] salt = new byte[Suite.LENGTH];

  /**
   * The units of one draw.
   *
   * @param frameKey 32 random bytes per draw, kept secret
   */
  public Units(Suite suite, String drawId, byte[] frameKey) {
    if (frameKey.length != Suite.LENGTH) {
      throw new IllegalArgumentException("frameKey has " + frameKey.length + " bytes, not 32");
    }
    this.suite = suite;
    this.drawId = Names.require(Names.CODE, "drawId", drawId);
    this.frameKey = frameKey.clone();
    salts = new Hmac(suite, frameKey);
    tokens = suite.digest();
    saltPrefix = ("sunlot/salt/v1\n" + drawId + "\n").getBytes(UTF_8);
    tokenPrefix = ("sunlot/unit/v1\n" + drawId + "\n").getBytes(UTF_8);
  }

  /** The same units, for another thread. */
  public Units fork() {
    return new Units(suite, drawId, frameKey);
  }

  /** The suite that the draw uses. */
  public Suite suite() {
    return suite;
  }

  /** The draw whose units these are. */
  public String drawId() {
    return drawId;
  }

  /** The salt of a unit, 64 hex digits. */
  public String salt(String unitId) {
    byte[] unit = Names.unitId(unitId);
    byte[] out = new byte[Suite.LENGTH];
    writeSalt(unit, 0, unit.length, out);
    return Names.hex(out);
  }

  /** The token of a unit, 64 hex digits. */
  public String token(String unitId) {
    byte[] unit = Names.unitId(unitId);
    byte[] out = new byte[Suite.LENGTH];
    writeToken(unit, 0, unit.length, out, 0);
    return Names.hex(out);
  }

  /** What opens a unit's line: unitId, salt, token. */
  public Opening open(String unitId) {
    return new Opening(unitId, salt(unitId), token(unitId));
  }

  /**
   * Writes the 32 bytes of a token; {@code unit} holds a unitId that {@link Names#unitId} admitted.
   */
  public void writeToken(byte[] unit, int off, int len, byte[] out, int outOff) {
    writeSalt(unit, off, len, salt);
    tokens.update(tokenPrefix);
    tokens.update(unit, off, len);
    tokens.update((byte) '\n');
    tokens.update(salt);
    try {
      tokens.digest(out, outOff, Suite.LENGTH);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for 32 bytes from " + outOff, e);
    }
  }

  private void writeSalt(byte[] unit, int off, int len, byte[] out) {
    salts.update(saltPrefix, 0, saltPrefix.length);
    salts.update(unit, off, len);
    salts.finish(out, 0);
  }
}
