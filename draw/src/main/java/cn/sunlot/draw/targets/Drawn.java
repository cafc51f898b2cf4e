package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/**
 * A drawn unit (section 8).
 *
 * @param token of the unit, 64 hex digits
 * @param ticket the unit's key: its smallest ticket, 64 hex digits
 */
public record Drawn(String token, String ticket) {

  /** The member of {@code result.json}. */
  public Json json() {
    return Json.object().put("token", token).put("ticket", ticket).build();
  }

  /** Reads a member of {@code result.json}. */
  public static Drawn read(Node node) {
    node.only("token", "ticket");
    return new Drawn(node.get("token").text(Names.HEX32), node.get("ticket").text(Names.HEX32));
  }

  @Override
  public String toString() {
    return "token " + token + " ticket " + ticket;
  }
}
