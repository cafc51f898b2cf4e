package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Outcome;
import cn.sunlot.drawing.domain.Ceremony.Round;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.InspectorReplay;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.domain.TargetReplay;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.SlotRow;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import cn.sunlot.drawing.store.TargetOrders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands after all rounds of a draw so far. */
@Component
@Transactional(readOnly = true)
public class Standings {

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final ResultStore results;
  private final DrawEngine engine;
  private final TargetOrders orders;

  Standings(
      DrawStore draws,
      CeremonyStore ceremonies,
      ResultStore results,
      DrawEngine engine,
      TargetOrders orders) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.results = results;
    this.engine = engine;
    this.orders = orders;
  }

  /**
   * A slot of a visit.
   *
   * @param round that filled it, or tried last
   * @param inspectorId null while nobody holds it
   */
  public record HeldSlot(
      UUID visitId,
      String visitNumber,
      String role,
      int round,
      @Nullable UUID inspectorId,
      @Nullable String inspectorName) {}

  /**
   * Why slots are unfilled: these slots can only be filled by these inspectors, who cannot serve
   * more of them.
   */
  public record Shortage(int round, List<SlotName> slots, List<Person> inspectors) {}

  /** A slot by the number of its visit. */
  public record SlotName(String visitNumber, String role) {}

  /** An inspector by name. */
  public record Person(UUID id, String name, String licenceNumber) {}

  /** Drawn targets of all rounds; those that an input dropped say for which reason. */
  public List<DrawnTarget> listTargets(UUID drawId) {
    List<TargetRow> rows = results.listTargets(drawId);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, String> dropped = new HashMap<>();
    for (Round round : ceremonies.get(drawId).rounds()) {
      TargetReplay.read(round.input()).dropped().forEach(d -> dropped.put(d.token(), d.reason()));
    }
    Map<UUID, String> later = droppedBySuccessor(drawId);
    return rows.stream()
        .map(
            row ->
                DrawResults.told(
                    row,
                    dropped.containsKey(row.token())
                        ? dropped.get(row.token())
                        : later.get(row.targetId())))
        .toList();
  }

  /** What was given up when the draw was void for further rounds: its successor's order says so. */
  private Map<UUID, String> droppedBySuccessor(UUID drawId) {
    if (!draws.get(drawId).isEnded()) {
      return Map.of();
    }
    Map<UUID, String> dropped = new HashMap<>();
    draws
        .findSuccessor(drawId)
        .ifPresent(
            next -> orders.pool(next).forEachExcluded(x -> dropped.put(x.targetId(), x.reason())));
    dropped.values().removeIf(MissingPlaces.DRAWN_BEFORE::equals);
    return dropped;
  }

  /** Slots that somebody holds, by visit number and role. */
  public List<Assignment> listHeld(UUID drawId) {
    List<Assignment> held = new ArrayList<>();
    for (HeldSlot slot : listSlots(drawId)) {
      UUID inspector = slot.inspectorId();
      if (inspector != null) {
        held.add(new Assignment(slot.visitId(), slot.role(), inspector));
      }
    }
    return held;
  }

  /** Every slot of the roster with whoever holds it, by visit number and role. */
  public List<HeldSlot> listSlots(UUID drawId) {
    Draw draw = draws.get(drawId);
    Ceremony ceremony = ceremonies.get(drawId);
    if (ceremony.outcomes().isEmpty()) {
      return List.of();
    }
    RosterBook book = engine.book(draw);
    Map<Slot, SlotRow> holders = holders(drawId, ceremony);
    return book.roster().slots().keySet().stream()
        .map(slot -> held(book, slot, holders.get(slot)))
        .sorted(Comparator.comparing(HeldSlot::visitNumber).thenComparing(HeldSlot::role))
        .toList();
  }

  private Map<Slot, SlotRow> holders(UUID drawId, Ceremony ceremony) {
    List<SlotRow> rows = results.listSlots(drawId);
    Map<Slot, SlotRow> holders = new LinkedHashMap<>();
    for (Outcome outcome : ceremony.outcomes()) {
      if (outcome.r() > 0) {
        InspectorReplay.read(ceremony.rounds().get(outcome.r() - 1).input())
            .left()
            .forEach(left -> holders.remove(left.slot()));
      }
      rows.stream()
          .filter(row -> row.r() == outcome.r())
          .forEach(row -> holders.put(new Slot(row.group(), row.role()), row));
    }
    // Who leaves by an input whose round is still to be drawn holds nothing any more.
    ceremony
        .pendingRound()
        .ifPresent(
            round ->
                InspectorReplay.read(round.input())
                    .left()
                    .forEach(left -> holders.remove(left.slot())));
    return holders;
  }

  private static HeldSlot held(RosterBook book, Slot slot, @Nullable SlotRow row) {
    var visit = book.visit(slot.group());
    return row == null
        ? new HeldSlot(visit.visitId(), visit.visitNumber(), slot.role(), 0, null, null)
        : new HeldSlot(
            visit.visitId(),
            visit.visitNumber(),
            slot.role(),
            row.r(),
            row.inspectorId(),
            book.member(row.person()).name());
  }

  /** Why slots of the last round are unfilled, if any are. */
  public Optional<Shortage> findShortage(UUID drawId) {
    List<Outcome> outcomes = ceremonies.get(drawId).outcomes();
    if (outcomes.isEmpty()) {
      return Optional.empty();
    }
    Outcome last = outcomes.get(outcomes.size() - 1);
    return Node.root(Jcs.parse(last.document()))
        .find("reason")
        .map(reason -> shortage(last.r(), reason, engine.book(draws.get(drawId))));
  }

  private static Shortage shortage(int round, Node reason, RosterBook book) {
    return new Shortage(
        round,
        reason.get("slots").items().stream()
            .map(
                s ->
                    new SlotName(
                        book.visit(s.get("group").text()).visitNumber(), s.get("role").text()))
            .toList(),
        reason.get("persons").items().stream()
            .map(p -> book.member(p.text()))
            .map(m -> new Person(m.id(), m.name(), m.licenceNumber()))
            .toList());
  }
}
