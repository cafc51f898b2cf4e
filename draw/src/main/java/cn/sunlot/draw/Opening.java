package cn.sunlot.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

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

  /** The member of {@code openings.json}. */
  public Json json() {
    return Json.object().put("unit", unit).put("salt", salt).put("token", token).build();
  }

  /** Reads a member of {@code openings.json}. */
  public static Opening read(Node node) {
    node.only("unit", "salt", "token");
    return new Opening(
        node.get("unit").text(),
        node.get("salt").text(Names.HEX32),
        node.get("token").text(Names.HEX32));
  }

  /** Whether unit and salt give the token (V12). */
  public boolean holds(Suite suite, String drawId) {
    byte[] head = ("sunlot/unit/v1\n" + drawId + "\n" + unit + "\n").getBytes(UTF_8);
    return Names.hex(suite.hash(head, Names.bytes32("salt", salt))).equals(token);
  }
}
