package cn.sunlot.tasking.usecase;

import cn.sunlot.drawing.Draws;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.FormedTeam;
import cn.sunlot.tasking.domain.Need;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TeamDraw;
import cn.sunlot.tasking.domain.TeamDraw.Stage;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.TeamStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose places are drawn next for a task, by whom: the visits without a full team, as far as who
 * acts leads them or takes part in them (TZ-21, PDS-15).
 */
@Component
public class TeamParts {

  private final VisitStore visits;
  private final TeamStore teams;
  private final TeamNeeds needs;
  private final Draws draws;

  TeamParts(VisitStore visits, TeamStore teams, TeamNeeds needs, Draws draws) {
    this.visits = visits;
    this.teams = teams;
    this.needs = needs;
    this.draws = draws;
  }

  /**
   * How teams are to be formed.
   *
   * @param way who draws, where the rules leave the choice
   * @param teams how many teams are drawn first, their visits after them; null to draw for visits
   */
  public record Order(@Nullable TeamWay way, @Nullable Integer teams) {}

  /**
   * What one draw is for.
   *
   * @param departmentId which department draws
   * @param needs places to be filled
   * @param formed teams that wait for their visits, in that stage
   * @param othersWait whether only places of other departments are empty
   */
  record Part(
      UUID departmentId,
      TeamWay way,
      Stage stage,
      List<Need> needs,
      List<FormedTeam> formed,
      int teamCount,
      TeamNeeds.Book book,
      boolean othersWait) {

    boolean isEmpty() {
      return needs.isEmpty();
    }

    int visits() {
      return needs.size();
    }

    int places() {
      return needs.stream().mapToInt(n -> n.seats().size()).sum();
    }
  }

  /** The part of who acts. */
  Part of(Task task, SignedIn person, Order order) {
    TeamNeeds.Book book = needs.of(task.terms().authorityId());
    List<TeamDraw> earlier = teams.listDraws(task.id());
    List<Visit> led = visits.listLed(task.id(), VisitState.DRAWN, person.scope().handled());
    if (!led.isEmpty()) {
      return lead(task, person, order, book, led, earlier);
    }
    List<Need> found = new ArrayList<>();
    @Nullable UUID department = null;
    Set<UUID> actingFor = book.bodies().actingFor(person::handles);
    for (Visit visit : visits.listWithItemsOf(task.id(), VisitState.DRAWN, actingFor)) {
      for (UUID body : book.placesOf(visit, person)) {
        if (mayDrawOwn(book.profile(visit), visit, earlier)) {
          found.addAll(book.needs(List.of(visit), Set.of(body)));
          department = department == null ? acting(book, visit, body, person) : department;
        }
      }
    }
    UUID by = department == null ? task.terms().departmentId() : department;
    refuseTwice(by, busy(earlier));
    // Whose own task it is goes on where others lead all of its visits.
    boolean othersWait =
        !person.handles(task.terms().departmentId()) && visits.has(task.id(), VisitState.DRAWN);
    return new Part(
        by, TeamWay.PER_DEPARTMENT, Stage.VISITS, found, List.of(), 0, book, othersWait);
  }

  private Part lead(
      Task task,
      SignedIn person,
      Order order,
      TeamNeeds.Book book,
      List<Visit> led,
      List<TeamDraw> earlier) {
    UUID own = task.terms().departmentId();
    UUID by = person.handles(own) ? own : led.get(0).departmentId();
    refuseTwice(by, busy(earlier));
    boolean joint = led.stream().anyMatch(v -> !book.partners(v).isEmpty());
    Profile profile = book.profile(led.get(0));
    TeamWay way = TeamWay.choose(profile.inspectorDraw(), order.way(), joint);
    Set<UUID> places = new LinkedHashSet<>();
    for (Visit visit : led) {
      places.add(visit.departmentId());
      if (way == TeamWay.UNIFIED) {
        places.addAll(book.partners(visit).keySet());
      }
    }
    List<Need> open = book.needs(led, places);
    List<FormedTeam> formed = waiting(task, by, earlier);
    if (!formed.isEmpty()) {
      List<Need> empty = open.stream().filter(n -> n.serving().isEmpty()).toList();
      return new Part(by, way, Stage.TEAMS_TO_VISITS, empty, formed, 0, book, false);
    }
    if (order.teams() == null) {
      return new Part(by, way, Stage.VISITS, open, List.of(), 0, book, false);
    }
    if (joint && way == TeamWay.PER_DEPARTMENT) {
      throw Refused.because(TaskingProblem.TEAMS_FIRST_UNIFIED_ONLY)
          .by(profile.inspectorDraw().clauses());
    }
    return new Part(by, way, Stage.TEAMS, open, List.of(), order.teams(), book, false);
  }

  /** Full teams of this department that have no visits yet. */
  private List<FormedTeam> waiting(Task task, UUID department, List<TeamDraw> earlier) {
    boolean sent =
        earlier.stream()
            .filter(d -> d.departmentId().equals(department) && !isVoid(d))
            .reduce((a, b) -> b)
            .map(d -> d.stage() != Stage.TEAMS)
            .orElse(true);
    return sent
        ? List.of()
        : teams.listTeams(task.id()).stream()
            .filter(t -> t.departmentId().equals(department) && !t.members().isEmpty())
            .toList();
  }

  /** Whether a department that takes part draws its own places of this visit. */
  private static boolean mayDrawOwn(Profile profile, Visit visit, List<TeamDraw> earlier) {
    Set<TeamWay> allowed = TeamWay.allowed(profile.inspectorDraw().value());
    if (allowed.size() == 1) {
      return allowed.contains(TeamWay.PER_DEPARTMENT);
    }
    return earlier.stream()
        .filter(d -> d.departmentId().equals(visit.departmentId()))
        .reduce((a, b) -> b)
        .map(d -> d.way() == TeamWay.PER_DEPARTMENT)
        .orElse(false);
  }

  private static UUID acting(TeamNeeds.Book book, Visit visit, UUID body, SignedIn person) {
    return book.partners(visit).getOrDefault(body, Set.of()).stream()
        .filter(person::handles)
        .findFirst()
        .orElse(body);
  }

  /** Departments whose draw for the task is still to be held. */
  private Set<UUID> busy(List<TeamDraw> earlier) {
    Set<UUID> busy = new LinkedHashSet<>();
    for (TeamDraw draw : earlier) {
      Draws.Draw held = draws.getDraw(draw.drawId());
      if (held.drawnAt() == null && !held.state().equals("void")) {
        busy.add(draw.departmentId());
      }
    }
    return busy;
  }

  private boolean isVoid(TeamDraw draw) {
    return draws.getDraw(draw.drawId()).state().equals("void");
  }

  private static void refuseTwice(UUID department, Set<UUID> busy) {
    if (busy.contains(department)) {
      throw Refused.because(TaskingProblem.DRAW_UNDER_WAY);
    }
  }
}
