package cn.sunlot.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What opens a line of the frame (sections 3, 11): the unit, its salt, its token.
 *
 * @param unit the unitId
 * @param salt 64 hex digits
 * @param token 64 hex digits
 */
public record Opening(String unit, String salt, String token) {

  public Opening {
    Names.unitId(unit);
    Names.require(Names.HEX32, "salt", salt);
    Names.require(Names.HEX32, "token", token);
  }

  /** Whether unit and salt give the token (V12). */
  public boolean holds(Suite suite, String drawId) {
    byte[] head = ("sunlot/unit/v1\n" + drawId + "\n" + unit + "\n").getBytes(UTF_8);
    return Names.hex(suite.hash(head, Names.bytes32("salt", salt))).equals(token);
  }
}
