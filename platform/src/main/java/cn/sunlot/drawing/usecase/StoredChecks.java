package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.Drawn;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Committed;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.SlotRow;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import cn.sunlot.drawing.store.TargetOrders;
import cn.sunlot.kernel.WrongValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares what only the platform holds of a draw with what was committed and drawn. */
@Component
class StoredChecks {

  private final FrozenFiles files;
  private final TargetOrders orders;
  private final DrawKeys keys;
  private final ResultStore results;
  private final DrawEngine engine;
  private final DrawSettings settings;

  StoredChecks(
      FrozenFiles files,
      TargetOrders orders,
      DrawKeys keys,
      ResultStore results,
      DrawEngine engine,
      DrawSettings settings) {
    this.files = files;
    this.orders = orders;
    this.keys = keys;
    this.results = results;
    this.engine = engine;
    this.settings = settings;
  }

  /** What differs, as texts to be put into words. */
  List<WrongValue> run(Draw draw, Ceremony ceremony) {
    List<WrongValue> wrong = new ArrayList<>();
    if (ceremony.committed() != null) {
      commitment(draw, ceremony, wrong);
      times(ceremony, wrong);
    }
    Suite suite = settings.suite(draw.suite());
    Units units = keys.units(draw, suite);
    if (draw.purpose() == Purpose.TARGETS) {
      targets(draw, ceremony, units, wrong);
    } else {
      inspectors(draw, ceremony, wrong);
    }
    return wrong;
  }

  private void commitment(Draw draw, Ceremony ceremony, List<WrongValue> wrong) {
    Committed committed = ceremony.getCommitted();
    Commitment document = Commitment.parse(committed.document());
    Suite suite = settings.suite(draw.suite());
    if (!document.hash(suite).equals(committed.hash())) {
      wrong.add(wrong("hash", draw.number()));
    }
    if (!document.parties().equals(ceremony.parties().stream().map(Participant::committed).toList())
        || !document.draw().equals(draw.ref())
        || !document.previous().equals(draw.previousHash())
        || !document.subject().equals(subject(draw))
        || !document.chain().head().equals(head(draw, ceremony, suite))) {
      wrong.add(wrong("commitment", draw.number()));
    }
  }

  private String head(Draw draw, Ceremony ceremony, Suite suite) {
    return ceremony
        .supervisor()
        .map(s -> String.valueOf(s.chainHead()))
        .orElseGet(() -> keys.chain(draw, suite).head());
  }

  private static Subject subject(Draw draw) {
    return Subject.read(Node.root(Jcs.parse(draw.frozen().subject())));
  }

  private static void times(Ceremony ceremony, List<WrongValue> wrong) {
    Committed committed = ceremony.getCommitted();
    ceremony
        .reveals()
        .forEach(
            (party, revealed) -> {
              if (!within(committed.at(), revealed.at(), committed.revealBy())) {
                wrong.add(wrong("reveal-late", party));
              }
            });
    ceremony.outcomes().stream()
        .filter(o -> o.r() == 0 && !within(committed.at(), o.at(), committed.openBy()))
        .forEach(o -> wrong.add(wrong("open-late", "0")));
  }

  private static boolean within(Instant from, Instant at, Instant to) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  private void targets(Draw draw, Ceremony ceremony, Units tokens, List<WrongValue> wrong) {
    Set<TargetRow> rows = new HashSet<>(results.listTargets(draw.id()));
    List<TargetRound> rounds =
        ceremony.outcomes().stream()
            .map(outcome -> TargetRound.read(Node.root(Jcs.parse(outcome.document()))))
            .toList();
    Map<String, Unit> units = unitsOf(draw, tokens, rounds);
    List<TargetRow> expected = new ArrayList<>();
    for (TargetRound round : rounds) {
      round
          .strata()
          .forEach((stratum, drawn) -> expect(round.r(), stratum, drawn, units, expected));
    }
    differences(rows, expected, Comparator.comparing(TargetRow::token))
        .forEach(row -> wrong.add(wrong("row", row.name(), String.valueOf(row.r()))));
  }

  /** What stands behind the tokens that were drawn. */
  private Map<String, Unit> unitsOf(Draw draw, Units tokens, List<TargetRound> rounds) {
    Set<String> drawn = new HashSet<>();
    rounds.forEach(r -> r.strata().values().forEach(l -> l.forEach(d -> drawn.add(d.token()))));
    Map<String, Unit> units = new HashMap<>();
    orders
        .pool(draw)
        .forEachUnit(
            unit -> {
              String token = tokens.token(unit.unitId());
              if (drawn.contains(token)) {
                units.put(token, unit);
              }
            });
    return units;
  }

  private static void expect(
      int r, String stratum, List<Drawn> drawn, Map<String, Unit> units, List<TargetRow> rows) {
    int position = 0;
    for (Drawn each : drawn) {
      position++;
      Unit unit = units.get(each.token());
      if (unit != null) {
        rows.add(
            new TargetRow(
                r,
                stratum,
                position,
                each.token(),
                each.ticket(),
                unit.targetId(),
                unit.unitId(),
                unit.name()));
      }
    }
  }

  private void inspectors(Draw draw, Ceremony ceremony, List<WrongValue> wrong) {
    Set<SlotRow> rows = new HashSet<>(results.listSlots(draw.id()));
    RosterBook book = engine.book(draw);
    if (!Jcs.text(book.roster().json()).equals(Jcs.text(files.openRoster(draw)))) {
      wrong.add(wrong("roster", draw.number()));
    }
    List<SlotRow> expected = new ArrayList<>();
    for (var outcome : ceremony.outcomes()) {
      Node round = Node.root(Jcs.parse(outcome.document()));
      int position = 0;
      for (Node slot : round.get("slots").items()) {
        position++;
        expected.add(row(outcome.r(), position, slot, book));
      }
    }
    differences(rows, expected, Comparator.comparing(SlotRow::group).thenComparing(SlotRow::role))
        .forEach(
            row ->
                wrong.add(
                    wrong(
                        "row",
                        book.visit(row.group()).visitNumber() + " " + row.role(),
                        String.valueOf(row.r()))));
  }

  private static SlotRow row(int r, int position, Node slot, RosterBook book) {
    String group = slot.get("group").text();
    String person = slot.get("person").text();
    return new SlotRow(
        r,
        position,
        group,
        slot.get("role").text(),
        person,
        book.visit(group).visitId(),
        book.member(person).id());
  }

  /** What is stored and should not be, and what should be and is not. */
  private static <T> List<T> differences(Set<T> rows, List<T> expected, Comparator<T> order) {
    Set<T> more = new HashSet<>(rows);
    more.removeAll(Set.copyOf(expected));
    Set<T> all = new HashSet<>(expected);
    all.removeAll(rows);
    all.addAll(more);
    return all.stream().sorted(order).collect(Collectors.toList());
  }

  private static WrongValue wrong(String what, String... arguments) {
    return WrongValue.of(what, null, "drawing.check." + what, arguments);
  }
}
