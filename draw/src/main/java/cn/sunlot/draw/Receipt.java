package cn.sunlot.draw;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;

/**
 * What a party keeps on its own device to compare with what is published (section 2.1).
 *
 * @param draw drawId
 * @param commitmentHash of the commitment document that the party was shown
 * @param commitment the party's own, 64 hex digits
 * @param nonce the party's own; secret until it is revealed
 */
public record Receipt(String draw, String commitmentHash, String commitment, Nonce nonce) {

  public Receipt {
    Names.require(Names.CODE, "draw", draw);
    Names.require(Names.HEX32, "commitmentHash", commitmentHash);
    Names.require(Names.HEX32, "commitment", commitment);
  }

  /** The receipt as canonical JSON. */
  public byte[] write() {
    return Jcs.write(
        Json.object()
            .put("draw", draw)
            .put("commitmentHash", commitmentHash)
            .put("commitment", commitment)
            .put("party", nonce.party())
            .put("nonce", nonce.hex())
            .build());
  }

  /** Reads what {@link #write} wrote. */
  public static Receipt parse(byte[] json) {
    Node node =
        Node.root(Jcs.parse(json)).only("draw", "commitmentHash", "commitment", "party", "nonce");
    return new Receipt(
        node.get("draw").text(Names.CODE),
        node.get("commitmentHash").text(Names.HEX32),
        node.get("commitment").text(Names.HEX32),
        new Nonce(node.get("party").text(Names.PARTY), node.get("nonce").text(Names.HEX32)));
  }

  /**
   * Whether the published commitment is the one that this party joined, with its own commitment in
   * it.
   */
  public boolean matches(Commitment published, Suite suite) {
    return published.draw().equals(draw)
        && published.hash(suite).equals(commitmentHash)
        && published.parties().stream()
            .anyMatch(p -> p.commitment().equals(commitment) && nonce.opens(p, suite, draw));
  }
}
