package cn.sunlot.draw;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/**
 * Who committed to a nonce (section 5).
 *
 * @param party the party's name in this draw, {@code [a-z0-9-]{1,32}}
 * @param role {@link #OPERATOR}, {@link #SUPERVISOR}, or what a witness is, e.g.
 *     enterprise-representative
 * @param commitment 64 hex digits, {@link Nonce#commitment}
 */
public record Party(String party, String role, String commitment) {

  /** Role of whoever runs the platform; does not count as independent. */
  public static final String OPERATOR = "operator";

  /** Role of the party that keeps the chain secret. */
  public static final String SUPERVISOR = "supervisor";

  public Party {
    Names.require(Names.PARTY, "party", party);
    Names.require(Names.CODE, "role", role);
    Names.require(Names.HEX32, "commitment", commitment);
  }

  /** The member of the document. */
  public Json json() {
    return Json.object()
        .put("party", party)
        .put("role", role)
        .put("commitment", commitment)
        .build();
  }

  /** Reads a member of the document. */
  public static Party read(Node node) {
    node.only("party", "role", "commitment");
    return new Party(
        node.get("party").text(Names.PARTY),
        node.get("role").text(Names.CODE),
        node.get("commitment").text(Names.HEX32));
  }
}
