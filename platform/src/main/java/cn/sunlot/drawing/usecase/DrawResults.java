package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.targets.Drawn;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.drawing.DrawProgress.Phase;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Draws.Assignment;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.drawing.InspectorsDrawn;
import cn.sunlot.drawing.InspectorsDrawn.Shortage;
import cn.sunlot.drawing.TargetsDrawn;
import cn.sunlot.drawing.domain.Ceremony.Outcome;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawLifecycle;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.SlotRow;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import cn.sunlot.drawing.store.TargetOrders;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens the next chain value, draws with it, keeps the result and tells it. */
@Component
class DrawResults {

  private final DrawEngine engine;
  private final DrawSteps steps;
  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final ResultStore results;
  private final TargetOrders orders;
  private final DrawKeys keys;
  private final DrawSettings settings;
  private final RunningDraws progress;
  private final ApplicationEventPublisher events;

  DrawResults(
      DrawEngine engine,
      DrawSteps steps,
      DrawStore draws,
      CeremonyStore ceremonies,
      ResultStore results,
      TargetOrders orders,
      DrawKeys keys,
      DrawSettings settings,
      RunningDraws progress,
      ApplicationEventPublisher events) {
    this.engine = engine;
    this.steps = steps;
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.results = results;
    this.orders = orders;
    this.keys = keys;
    this.settings = settings;
    this.progress = progress;
    this.events = events;
  }

  /**
   * Draws the next round: 0 is the draw.
   *
   * @param value its chain value
   * @throws Refused if what is stored of earlier rounds is not what they drew
   */
  void drawNext(Step step, byte[] value) {
    progress.begin(step.draw());
    int r = step.ceremony().nextRound();
    if (step.draw().purpose() == Purpose.TARGETS) {
      List<TargetRound> rounds =
          engine.targets(step.draw(), step.ceremony(), DrawEngine.chain(step.ceremony(), value));
      keep(step, r, value, rounds.stream().map(TargetRound::json).toList());
      targets(step.draw(), rounds.get(r));
    } else {
      List<MatchResult> rounds =
          engine
              .inspectors(step.draw(), step.ceremony(), DrawEngine.chain(step.ceremony(), value))
              .rounds();
      List<Json> documents = new ArrayList<>();
      rounds.forEach(round -> documents.add(round.json(documents.size())));
      keep(step, r, value, documents);
      inspectors(step.draw(), r, rounds.get(r));
    }
  }

  private void keep(Step step, int r, byte[] value, List<? extends Json> rounds) {
    for (Outcome earlier : step.ceremony().outcomes()) {
      if (!Arrays.equals(earlier.document(), Jcs.write(rounds.get(earlier.r())))) {
        throw Refused.because(
            DrawingProblem.RECORD_DIFFERS, step.draw().number(), String.valueOf(earlier.r()));
      }
    }
    byte[] document = Jcs.write(rounds.get(r));
    ceremonies.add(step.draw().id(), new Outcome(r, Names.hex(value), document, step.now()));
    steps.record(step, DrawLifecycle.OPENED, Map.of("r", r, "value", Names.hex(value)));
    steps.end(step, Payloads.of(document));
  }

  private void targets(Draw draw, TargetRound round) {
    Map<String, Unit> units = unitsOf(draw, round);
    List<TargetRow> rows = new ArrayList<>();
    round
        .strata()
        .forEach(
            (stratum, drawn) -> {
              int position = 0;
              for (Drawn each : drawn) {
                Unit unit = Objects.requireNonNull(units.get(each.token()), each.token());
                position++;
                rows.add(
                    new TargetRow(
                        round.r(),
                        stratum,
                        position,
                        each.token(),
                        each.ticket(),
                        unit.targetId(),
                        unit.unitId(),
                        unit.name()));
              }
            });
    progress.say(Phase.KEEPING);
    results.addTargets(draw.id(), rows);
    List<DrawnTarget> told = rows.stream().map(row -> told(row, null)).toList();
    events.publishEvent(
        new TargetsDrawn(
            draw.id(), draw.taskId(), round.r(), areSubstitutes(draw, round.r()), told));
  }

  private boolean areSubstitutes(Draw draw, int r) {
    UUID previous = draw.previousId();
    return r > 0 || (previous != null && draws.get(previous).isEnded());
  }

  static DrawnTarget told(TargetRow row, @Nullable String dropped) {
    return new DrawnTarget(
        row.targetId(),
        row.unitId(),
        row.name(),
        row.r(),
        row.stratum(),
        row.position(),
        row.token(),
        dropped);
  }

  private Map<String, Unit> unitsOf(Draw draw, TargetRound round) {
    Set<String> wanted = new HashSet<>();
    round.strata().values().forEach(l -> l.forEach(d -> wanted.add(d.token())));
    Units tokens = keys.units(draw, settings.suite(draw.suite()));
    Map<String, Unit> units = new HashMap<>();
    int all = draw.frozen().frameSize();
    AtomicInteger looked = new AtomicInteger();
    progress.say(Phase.NAMING, 0, all);
    orders
        .pool(draw)
        .forEachUnit(
            unit -> {
              if (looked.incrementAndGet() % RunningDraws.EVERY == 0) {
                progress.say(Phase.NAMING, looked.get(), all);
              }
              String token = tokens.token(unit.unitId());
              if (wanted.contains(token)) {
                units.put(token, unit);
              }
            });
    return units;
  }

  private void inspectors(Draw draw, int r, MatchResult result) {
    RosterBook book = engine.book(draw);
    List<SlotRow> rows = new ArrayList<>();
    for (var filled : result.slots()) {
      rows.add(
          new SlotRow(
              r,
              rows.size() + 1,
              filled.slot().group(),
              filled.slot().role(),
              filled.person(),
              book.visit(filled.slot().group()).visitId(),
              book.member(filled.person()).id()));
    }
    progress.say(Phase.KEEPING);
    results.addSlots(draw.id(), rows);
    events.publishEvent(
        new InspectorsDrawn(
            draw.id(),
            draw.taskId(),
            r,
            areSubstitutes(draw, r),
            rows.stream().map(s -> new Assignment(s.visitId(), s.role(), s.inspectorId())).toList(),
            result.unfilled().stream().map(book::ref).toList(),
            shortage(book, result.reason())));
  }

  private static @Nullable Shortage shortage(RosterBook book, MatchResult.@Nullable Reason reason) {
    return reason == null ? null : book.shortage(reason);
  }
}
