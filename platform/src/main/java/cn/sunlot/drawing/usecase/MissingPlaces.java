package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.matching.InspectorRound;
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.draw.matching.Standing;
import cn.sunlot.draw.targets.SubstituteRound;
import cn.sunlot.draw.targets.SubstituteRound.Dropped;
import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.Excluded;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.Quota;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.drawing.Draws.TargetDrawHead;
import cn.sunlot.drawing.Draws.TargetPool;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.InspectorReplay;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.domain.TargetReplay;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import cn.sunlot.drawing.store.TargetOrders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the successor of a draw that is void for further rounds is to draw: the places that a round
 * would have drawn, from the same pool without those that were drawn (draw.md section 5).
 */
@Component
class MissingPlaces {

  /** Why a unit of the pool cannot be drawn again: an earlier draw of the task drew it. */
  static final String DRAWN_BEFORE = "drawn-before";

  private final FrozenFiles files;
  private final TargetOrders orders;
  private final ResultStore results;
  private final DrawEngine engine;

  MissingPlaces(FrozenFiles files, TargetOrders orders, ResultStore results, DrawEngine engine) {
    this.files = files;
    this.orders = orders;
    this.results = results;
    this.engine = engine;
  }

  /**
   * What is left of a pool.
   *
   * @param drawn every target that was drawn, with why it cannot be drawn again
   */
  record Targets(TargetDrawHead head, TargetPool pool, Map<UUID, String> drawn)
      implements TargetPool {

    @Override
    public void forEachUnit(Consumer<Unit> take) {
      pool.forEachUnit(
          unit -> {
            if (!drawn.containsKey(unit.targetId())) {
              take.accept(unit);
            }
          });
    }

    @Override
    public void forEachExcluded(Consumer<Excluded> take) {
      pool.forEachExcluded(take);
      pool.forEachUnit(
          unit -> {
            String reason = drawn.get(unit.targetId());
            if (reason != null) {
              take.accept(new Excluded(unit.targetId(), unit.unitId(), reason));
            }
          });
    }
  }

  /** Targets: what was drawn moves to the exclusions, quotas are the missing numbers. */
  Targets targets(Draw draw, Ceremony ceremony, Json input) {
    TargetDrawHead head = orders.head(draw);
    SubstituteRound round = TargetReplay.read(Jcs.write(input));
    Map<String, Quota> quotas = new HashMap<>();
    head.quotas()
        .keySet()
        .forEach(s -> quotas.put(s, Quota.count(round.strata().getOrDefault(s, 0))));
    return new Targets(
        new TargetDrawHead(
            head.authorityId(),
            head.departmentId(),
            head.taskId(),
            head.taskNumber(),
            head.profile(),
            quotas,
            head.poolSnapshot()),
        orders.pool(draw),
        drawn(draw, ceremony, round));
  }

  /** Every target that was drawn, with the reason for which it cannot be drawn again. */
  private Map<UUID, String> drawn(Draw draw, Ceremony ceremony, SubstituteRound last) {
    Map<String, String> dropped = new HashMap<>();
    ceremony
        .rounds()
        .forEach(
            r ->
                TargetReplay.read(r.input())
                    .dropped()
                    .forEach(d -> dropped.put(d.token(), d.reason())));
    for (Dropped unit : last.dropped()) {
      dropped.put(unit.token(), unit.reason());
    }
    return results.listTargets(draw.id()).stream()
        .collect(
            Collectors.toMap(
                TargetRow::targetId, row -> dropped.getOrDefault(row.token(), DRAWN_BEFORE)));
  }

  /** Inspectors: the open slots only, with capacities, recusals and absences as they are now. */
  InspectorDrawOrder inspectors(Draw draw, Ceremony ceremony, Json input) {
    InspectorDrawOrder order = files.openInspectorOrder(draw);
    InspectorRound round = InspectorReplay.read(Jcs.write(input));
    RosterBook book = engine.book(draw);
    Standing standing =
        engine.inspectors(draw, ceremony, DrawEngine.chain(ceremony)).standing().after(round);
    Set<Slot> open = Set.copyOf(round.open());
    List<SlotOrder> slots =
        order.slots().stream()
            .filter(s -> open.contains(book.slot(s.visitId(), s.role())))
            .toList();
    Set<UUID> visits = slots.stream().map(SlotOrder::visitId).collect(Collectors.toSet());
    Map<String, Long> capacities = standing.capacitiesLeft();
    Predicate<UUID> absent = id -> standing.isAbsent(book.person(id));
    List<Officer> officers =
        order.officers().stream()
            .filter(o -> !absent.test(o.inspectorId()))
            .map(o -> left(o, capacities.getOrDefault(book.person(o.inspectorId()), 0L)))
            .toList();
    return new InspectorDrawOrder(
        order.authorityId(),
        order.departmentId(),
        order.taskId(),
        order.taskNumber(),
        order.profile(),
        order.groups().stream().filter(g -> visits.contains(g.visitId())).toList(),
        slots,
        officers,
        recused(visits, standing, book),
        absences(order, ceremony, round, book, absent),
        order.balance());
  }

  private static Officer left(Officer officer, long capacity) {
    return new Officer(
        officer.inspectorId(),
        officer.licenceNumber(),
        officer.name(),
        (int) Math.max(0, capacity));
  }

  /** Who is recused, has left a slot, or still holds one of the same visit. */
  private static List<RecusedPair> recused(Set<UUID> visits, Standing standing, RosterBook book) {
    List<RecusedPair> recused = new ArrayList<>();
    for (UUID visit : visits) {
      String group = book.group(visit);
      Set<String> barred =
          standing.holders().entrySet().stream()
              .filter(e -> e.getKey().group().equals(group))
              .map(Map.Entry::getValue)
              .collect(Collectors.toSet());
      barred.addAll(standing.recusedFrom(group));
      barred.stream()
          .sorted()
          .forEach(person -> recused.add(new RecusedPair(visit, book.member(person).id())));
    }
    return recused;
  }

  private static List<AbsentOfficer> absences(
      InspectorDrawOrder order,
      Ceremony ceremony,
      InspectorRound last,
      RosterBook book,
      Predicate<UUID> absent) {
    Map<String, String> reasons = new HashMap<>();
    ceremony
        .rounds()
        .forEach(
            r ->
                InspectorReplay.read(r.input())
                    .absent()
                    .forEach(a -> reasons.put(a.person(), a.reason())));
    last.absent().forEach(a -> reasons.put(a.person(), a.reason()));
    List<AbsentOfficer> absences = new ArrayList<>(order.absent());
    for (Officer officer : order.officers()) {
      if (absent.test(officer.inspectorId())) {
        String reason = reasons.getOrDefault(book.person(officer.inspectorId()), "other");
        absences.add(
            new AbsentOfficer(
                officer.inspectorId(), officer.licenceNumber(), officer.name(), reason));
      }
    }
    return absences;
  }
}
