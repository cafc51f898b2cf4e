package cn.sunlot.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import java.security.SecureRandom;

/**
 * A party's contribution to the seed: 32 random bytes, committed to before the frame is fixed for
 * good and opened afterwards (sections 2, 5).
 *
 * @param party the party's name
 * @param hex 64 hex digits
 */
public record Nonce(String party, String hex) {

  public Nonce {
    Names.require(Names.PARTY, "party", party);
    Names.require(Names.HEX32, "nonce", hex);
  }

  /** A fresh nonce. */
  public static Nonce random(String party, SecureRandom random) {
    byte[] bytes = new byte[Suite.LENGTH];
    random.nextBytes(bytes);
    return new Nonce(party, Names.hex(bytes));
  }

  /** {@code hex H("sunlot/commit/v1\n" ‖ drawId ‖ "\n" ‖ party ‖ "\n" ‖ nonce32)}. */
  public String commitment(Suite suite, String drawId) {
    byte[] head = ("sunlot/commit/v1\n" + drawId + "\n" + party + "\n").getBytes(UTF_8);
    return Names.hex(suite.hash(head, Names.bytes32("nonce", hex)));
  }

  /** Whether this nonce opens what the party committed to (V7). */
  public boolean opens(Party committed, Suite suite, String drawId) {
    return committed.party().equals(party)
        && committed.commitment().equals(commitment(suite, drawId));
  }

  /** The member of {@code reveals.json}. */
  public Json json() {
    return Json.object().put("party", party).put("nonce", hex).build();
  }

  /** Reads a member of {@code reveals.json}. */
  public static Nonce read(Node node) {
    node.only("party", "nonce");
    return new Nonce(node.get("party").text(Names.PARTY), node.get("nonce").text(Names.HEX32));
  }
}
