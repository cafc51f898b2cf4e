package cn.sunlot.cli.log;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.drawlog.StepPayload;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the log says of draws, as the rows that the database must hold: no more, no fewer, no
 * others. And that no commitment was passed over (draw.md, V6 and V14).
 */
final class DrawEntries {

  private final Suites suites;
  private final AuditReport report;
  private final Rows logged = new Rows();
  private final Map<String, DrawState> states = new HashMap<>();
  private final List<Committed> commitments = new ArrayList<>();
  private final Map<String, String> voided = new HashMap<>();

  /** A commitment of the log. */
  private record Committed(long seq, String ref, String series, String hash, String previous) {}

  DrawEntries(Suites suites, AuditReport report) {
    this.suites = suites;
    this.report = report;
  }

  /** An entry; those that are not of draws are passed over. */
  void add(long seq, String type, String ref, Instant at, String org, byte[] payload) {
    if (!type.startsWith("draw-")) {
      return;
    }
    DrawState state = states.computeIfAbsent(ref, r -> new DrawState());
    state.take(type);
    try {
      Json.Obj document = (Json.Obj) Jcs.parse(payload);
      String text = DatabaseAudit.text(payload);
      switch (type) {
        case "draw-committed" ->
            state.parties(committed(seq, ref, at, org, document, text).parties().size());
        case "draw-revealed" ->
            logged.add("drawing.reveal", key(ref, document, "party"), value(document, "nonce"), at);
        case "draw-public" ->
            logged.add(
                "drawing.public_value", key(ref, document, "kind", "id"), value(document, "value"));
        case "draw-opened" ->
            logged.add(
                "drawing.outcome.chain_value", key(ref, document, "r"), value(document, "value"));
        case "draw-round" -> logged.add("drawing.round", key(ref, document, "r"), text, at);
        case "draw-drawn" -> drawn(ref, at, document, text);
        case "draw-void" -> {
          if (!StepPayload.endsRoundsOnly(value(document, "cause"))) {
            state.voided();
          }
          voided(ref, document);
        }
        default -> {
          // The state is all that these change.
        }
      }
    } catch (Refusal | ClassCastException e) {
      report.fail("audit.draw-payload", seq, type, ref);
    }
  }

  private Commitment committed(
      long seq, String ref, Instant at, String org, Json.Obj document, String text) {
    Commitment commitment = Commitment.read(Node.root(document));
    String hash = commitment.hash(suites.get(commitment.suite()));
    logged.add("drawing.commitment", ref, text, at);
    logged.add("drawing.commitment.hash", ref, hash);
    commitment
        .parties()
        .forEach(
            p ->
                logged.add(
                    "drawing.party", ref + " " + p.party(), p.role() + " " + p.commitment()));
    String series =
        org + " " + commitment.task() + " " + commitment.subject().getClass().getSimpleName();
    commitments.add(new Committed(seq, ref, series, hash, commitment.previous()));
    return commitment;
  }

  private void drawn(String ref, Instant at, Json.Obj document, String text) {
    String r = value(document, "r");
    logged.add("drawing.outcome", ref + " " + r, text, at);
    Optional.ofNullable(document.members().get("strata"))
        .ifPresent(
            strata ->
                ((Json.Obj) strata)
                    .members()
                    .forEach((stratum, drawn) -> targets(ref, r, stratum, (Json.Arr) drawn)));
    Optional.ofNullable(document.members().get("slots"))
        .ifPresent(slots -> slots(ref, r, (Json.Arr) slots));
  }

  private void targets(String ref, String r, String stratum, Json.Arr drawn) {
    int position = 0;
    for (Json each : drawn.items()) {
      Json.Obj unit = (Json.Obj) each;
      position++;
      logged.add(
          "drawing.drawn_target",
          ref + " " + value(unit, "token"),
          String.join(" ", r, stratum, Integer.toString(position), value(unit, "ticket")));
    }
  }

  private void slots(String ref, String r, Json.Arr slots) {
    int position = 0;
    for (Json each : slots.items()) {
      Json.Obj slot = (Json.Obj) each;
      position++;
      logged.add(
          "drawing.filled_slot",
          String.join(" ", ref, r, value(slot, "group"), value(slot, "role")),
          position + " " + value(slot, "person"));
    }
  }

  private void voided(String ref, Json.Obj document) {
    logged.add(
        "drawing.draw.void",
        ref,
        value(document, "cause") + " " + value(document, "reason") + " " + failed(document));
    voided.put(ref, value(document, "commitmentHash"));
  }

  private static String failed(Json.Obj document) {
    return String.join(
        ",",
        ((Json.Arr) Objects.requireNonNull(document.members().get("failed"), "failed"))
            .items().stream().map(f -> ((Json.Text) f).value()).toList());
  }

  private static String key(String ref, Json.Obj document, String... names) {
    StringBuilder key = new StringBuilder(ref);
    for (String name : names) {
      key.append(' ').append(value(document, name));
    }
    return key.toString();
  }

  private static String value(Json.Obj document, String name) {
    Json value = document.members().get(name);
    if (value instanceof Json.Int number) {
      return Long.toString(number.value());
    }
    return ((Json.Text) Objects.requireNonNull(value, name)).value();
  }

  /** Compares with the rows of the database. */
  void compare(Connection connection) throws SQLException {
    states.forEach((ref, state) -> logged.add("drawing.draw.state", ref, state.name()));
    logged.compare(DrawTables.read(connection), report);
    demandChains();
  }

  /** One commitment a draw; and for the same task and purpose each continues a void one. */
  private void demandChains() {
    Map<String, Committed> last = new HashMap<>();
    Map<String, Committed> first = new HashMap<>();
    for (Committed each : commitments) {
      Committed same = first.putIfAbsent(each.ref(), each);
      if (same != null) {
        report.fail("audit.commitments", each.ref(), same.seq(), each.seq());
      }
      Committed before = last.put(each.series(), each);
      String expected = before == null ? "" : before.hash();
      if (!each.previous().equals(expected)) {
        report.fail("audit.previous", each.ref(), each.seq());
      } else if (before != null && !before.hash().equals(voided.get(before.ref()))) {
        report.fail("audit.not-void", each.ref(), before.ref());
      }
    }
  }

  int count() {
    return states.size();
  }
}
