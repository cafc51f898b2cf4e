package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Occasions;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.SlotRow;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import cn.sunlot.drawing.usecase.RunningDraws.Running;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.screen.DrawScreen;
import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Ticket;
import cn.sunlot.screen.Names;
import cn.sunlot.screen.Progress;
import cn.sunlot.screen.ResultPage;
import cn.sunlot.screen.ResultPage.Row;
import cn.sunlot.screen.ScreenPage;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws as the room watches them: the public screen, and names where they warn nobody. Targets are
 * named only where the rules do not forbid to tell them beforehand.
 */
@Component
@Transactional(readOnly = true)
public class RoomScreens {

  /** States in which there is something to wait for. */
  private static final Set<DrawState> UNDER_WAY =
      EnumSet.of(DrawState.PREPARED, DrawState.COMMITTED, DrawState.REVEALED);

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final ResultStore results;
  private final DrawEngine engine;
  private final WitnessRules rules;
  private final Occasions occasions;
  private final Screens screens;
  private final RunningDraws running;
  private final ScreenPage page = new ScreenPage();

  RoomScreens(
      DrawStore draws,
      CeremonyStore ceremonies,
      ResultStore results,
      DrawEngine engine,
      WitnessRules rules,
      Occasions occasions,
      Screens screens,
      RunningDraws running) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.results = results;
    this.engine = engine;
    this.rules = rules;
    this.occasions = occasions;
    this.screens = screens;
    this.running = running;
  }

  /**
   * The screen, set.
   *
   * @param version as {@link #version}
   */
  public record Shown(long version, DrawScreen screen, String html) {}

  /** Counts up with each step of the draw, and with each word of a draw that is being made. */
  public long version(UUID id) {
    int version = draws.getVersion(id);
    return version(version, running.findLong(id).filter(now -> now.version() == version));
  }

  /** The stored version and, behind it, how far the draw is that follows it. */
  private static long version(int stored, Optional<Running> now) {
    return stored * 10_000L + now.map(Running::mark).orElse(0);
  }

  /** How far a draw is that is being made; refused like any other read of it. */
  public Optional<Running> findRunning(UUID id) {
    return draws.getVersion(id) > 0 ? running.find(id) : Optional.empty();
  }

  /** A draw that has begun. */
  public record Begun(UUID id, String number, String purpose) {}

  /** The draw of the same task that is under way after this one. */
  public Optional<Begun> findNext(UUID id) {
    return draws.listOfTask(draws.get(id).taskId()).stream()
        .dropWhile(d -> !d.id().equals(id))
        .skip(1)
        .filter(d -> UNDER_WAY.contains(d.state()))
        .findFirst()
        .map(d -> new Begun(d.id(), d.number(), Lifecycle.wireName(d.purpose())));
  }

  /** The screen of a draw for its room. */
  public Shown get(UUID id, Locale locale) {
    Draw draw = draws.get(id);
    DrawScreen screen = screens.get(id);
    // Read last: where the draw is still as it was, the screen before it was read in time, too.
    Optional<Running> now = running.findLong(id).filter(r -> r.version() == draws.getVersion(id));
    String html =
        page.show(
            screen,
            names(draw, screen),
            locale,
            "/api/draws/" + id + "/result",
            now.map(RoomScreens::progress).orElse(null));
    return new Shown(version(draw.version(), now), screen, html);
  }

  private static Progress progress(Running now) {
    return new Progress(
        Lifecycle.wireName(now.phase()), now.step(), now.steps(), now.done(), now.total());
  }

  /** A part of the result, from the row of this number on. */
  public ResultPage result(UUID id, int from, int size, Locale locale) {
    Draw draw = draws.get(id);
    int first = Math.max(1, from);
    int most = Math.max(1, Math.min(size, ResultPage.MOST));
    return draw.purpose() == Purpose.TARGETS
        ? targets(draw, first, most)
        : places(draw, first, most, locale);
  }

  private ResultPage targets(Draw draw, int first, int most) {
    List<TargetRow> rows = results.pageTargets(draw.id(), first - 1, most);
    Names names = new Names(Map.of(), targetNames(draw, rows));
    List<Row> shown =
        IntStream.range(0, rows.size())
            .mapToObj(i -> Row.of(ticket(first + i, rows.get(i)), names))
            .toList();
    return new ResultPage(results.countTargets(draw.id()), shown);
  }

  private static Ticket ticket(int n, TargetRow row) {
    return new Ticket(n, row.r(), row.stratum(), row.position(), row.token(), row.ticket());
  }

  private ResultPage places(Draw draw, int first, int most, Locale locale) {
    List<SlotRow> rows = results.listSlots(draw.id());
    List<Place> places =
        IntStream.range(0, rows.size()).mapToObj(i -> place(i + 1, rows.get(i))).toList();
    List<Place> part = places.stream().skip(first - 1L).limit(most).toList();
    return new ResultPage(
        places.size(), page.rows(part, new Names(Map.of(), teamNames(draw, part)), locale));
  }

  private static Place place(int n, SlotRow row) {
    return new Place(n, row.r(), row.group(), row.role(), row.person());
  }

  private Names names(Draw draw, DrawScreen screen) {
    Map<String, String> parties = new HashMap<>();
    for (Participant party : ceremonies.get(draw.id()).parties()) {
      parties.put(party.party(), party.name() + " · " + party.unit());
    }
    int before = screen.drawn() - screen.last().size();
    return new Names(
        parties,
        screen.purpose().equals("targets")
            ? targetNames(draw, results.pageTargets(draw.id(), before, DrawScreen.LAST))
            : teamNames(draw, placesOf(screen)));
  }

  /** Those that are shown one by one, and those of the teams. */
  private static List<Place> placesOf(DrawScreen screen) {
    DrawScreen.Teams teams = screen.teams();
    Stream<Place> inTeams =
        teams == null
            ? Stream.of()
            : teams.first().stream()
                .flatMap(t -> t.persons().stream().map(p -> new Place(0, 0, t.group(), "", p)));
    return Stream.concat(screen.places().stream(), inTeams).toList();
  }

  private Map<String, String> targetNames(Draw draw, List<TargetRow> rows) {
    Map<String, String> names = new HashMap<>();
    if (!rules.forbidsNotice(draw)) {
      rows.forEach(row -> names.put(row.token(), row.name()));
    }
    return names;
  }

  private Map<String, String> teamNames(Draw draw, List<Place> places) {
    Map<String, String> names = new HashMap<>();
    if (places.isEmpty()) {
      return names;
    }
    RosterBook book = engine.book(draw);
    Map<UUID, String> targets =
        rules.forbidsNotice(draw)
            ? Map.of()
            : occasions.find(draw.taskId()).map(Occasions.Occasion::targets).orElse(Map.of());
    for (Place place : places) {
      Group visit = book.visit(place.group());
      names.put(place.person(), book.member(place.person()).name());
      names.put(place.group(), targets.getOrDefault(visit.visitId(), visit.visitNumber()));
    }
    return names;
  }
}
