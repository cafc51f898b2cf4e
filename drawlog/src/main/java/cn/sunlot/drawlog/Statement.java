package cn.sunlot.drawlog;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.verify.LogCheck.Stated;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a transcript states, and that the log must have as the payload of a step.
 *
 * @param type which step
 * @param r of which round
 * @param about what tells it from others of its type and round, for a message
 * @param payload what the log must have
 */
record Statement(StepType type, int r, String about, Json payload) {

  /** All that a transcript states, as far as it could be read. */
  static List<Statement> of(Stated stated) {
    List<Statement> all = new ArrayList<>();
    Json commitment = StepPayload.committed(stated.commitment());
    all.add(new Statement(StepType.COMMITTED, 0, stated.commitmentHash(), commitment));
    stated.reveals().ifPresent(reveals -> addRevealed(all, stated, reveals));
    for (int i = 0; i < stated.inputs().size(); i++) {
      Json input = StepPayload.round(stated.inputs().get(i));
      all.add(new Statement(StepType.ROUND, i + 1, "", input));
    }
    List<Json> results = stated.results().orElse(List.of());
    for (int r = 0; r < results.size(); r++) {
      all.add(new Statement(StepType.DRAWN, r, "", StepPayload.drawn(results.get(r))));
    }
    return all;
  }

  private static void addRevealed(List<Statement> all, Stated stated, Reveals reveals) {
    for (Nonce nonce : reveals.nonces()) {
      Json payload = StepPayload.revealed(nonce);
      all.add(new Statement(StepType.REVEALED, 0, nonce.party(), payload));
    }
    addValues(all, 0, stated.commitment().sources(), reveals.values());
    for (int r = 0; r < reveals.chain().size(); r++) {
      Json payload = StepPayload.opened(r, reveals.chain().get(r));
      all.add(new Statement(StepType.OPENED, r, "", payload));
    }
    int rounds = Math.min(stated.inputs().size(), reveals.rounds().size());
    for (int r = 1; r <= rounds; r++) {
      Node declared = Node.root(stated.inputs().get(r - 1)).get("public");
      List<PublicSource> sources = declared.items().stream().map(PublicSource::read).toList();
      addValues(all, r, sources, reveals.rounds().get(r - 1).values());
    }
  }

  private static void addValues(
      List<Statement> all, int r, List<PublicSource> sources, List<String> values) {
    for (int i = 0; i < Math.min(sources.size(), values.size()); i++) {
      PublicSource source = sources.get(i);
      Json payload = StepPayload.value(r, source, values.get(i));
      all.add(new Statement(StepType.PUBLIC, r, source.kind() + " " + source.id(), payload));
    }
  }

  /** Whether a payload is about the same thing, though it may say otherwise of it. */
  boolean sameThing(Json other) {
    return other instanceof Json.Obj stands
        && payload instanceof Json.Obj stated
        && keys().stream()
            .allMatch(
                key ->
                    String.valueOf(stands.members().get(key))
                        .equals(String.valueOf(stated.members().get(key))));
  }

  private List<String> keys() {
    return switch (type) {
      case REVEALED -> List.of("party");
      case PUBLIC -> List.of("kind", "id", "r");
      case OPENED, ROUND, DRAWN -> List.of("r");
      case COMMITTED, VOID -> List.of();
    };
  }

  /** What it is, in the words of the log. */
  String name() {
    String round = r == 0 && type != StepType.OPENED && type != StepType.DRAWN ? "" : " r=" + r;
    return type.type() + round + (about.isEmpty() ? "" : " " + about);
  }
}
