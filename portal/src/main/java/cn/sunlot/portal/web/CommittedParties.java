package cn.sunlot.portal.web;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.portal.store.CommitmentSearch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who takes part in a draw, as its public commitment says: a party's sign and its role. Names and
 * units do not stand there, so that no page can show them.
 */
@Component
class CommittedParties {

  private final CommitmentSearch commitments;

  CommittedParties(CommitmentSearch commitments) {
    this.commitments = commitments;
  }

  /** The parties in the order of the commitment; empty while there is none in the public log. */
  List<Party> list(String draw) {
    return commitments.listPayloads(draw, "draw-committed").stream()
        .limit(1)
        .flatMap(payload -> read(payload).stream())
        .toList();
  }

  private static List<Party> read(String payload) {
    try {
      return Commitment.parse(payload.getBytes(StandardCharsets.UTF_8)).parties();
    } catch (Refusal none) {
      return List.of();
    }
  }

  /** Whether one of them keeps the secret of the chain and opens it last. */
  static boolean supervised(List<Party> parties) {
    return parties.stream().anyMatch(p -> p.role().equals(Party.SUPERVISOR));
  }
}
