package cn.sunlot.tasking.usecase;

import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Shortage;
import cn.sunlot.tasking.domain.Need;
import cn.sunlot.tasking.domain.Shortfall;
import cn.sunlot.tasking.domain.Staff;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TeamRoster;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the teams of a task can be filled, seen before anybody is called in to witness a draw,
 * and what may be done if not (TZ-21, ZB-10).
 */
@Component
@Transactional(readOnly = true)
public class PreviewTeams {

  private final TaskStore tasks;
  private final VisitStore visits;
  private final TeamNeeds needs;
  private final Rosters rosters;
  private final Draws draws;
  private final Policies policies;

  PreviewTeams(
      TaskStore tasks,
      VisitStore visits,
      TeamNeeds needs,
      Rosters rosters,
      Draws draws,
      Policies policies) {
    this.tasks = tasks;
    this.visits = visits;
    this.needs = needs;
    this.rosters = rosters;
    this.draws = draws;
    this.policies = policies;
  }

  /**
   * A look at the teams that are still to be formed.
   *
   * @param ways who may draw, by the rules
   * @param way for which this look is
   * @param joint whether other departments take part
   * @param visits without a full team, as far as who looks draws for them
   * @param people who can be drawn
   * @param out who cannot, by reason
   * @param shortfall why not all places can be filled, or null if they can
   * @param waysOut what the rules allow then
   * @param own whether who looks draws for some of them
   */
  public record Preview(
      Set<TeamWay> ways,
      TeamWay way,
      boolean joint,
      int visits,
      int places,
      int people,
      Map<String, Integer> out,
      @Nullable Shortfall shortfall,
      Set<Way> waysOut,
      Set<Shortage.Demand> demands,
      Set<Way> trainingFor,
      List<String> clauses,
      boolean own) {}

  /**
   * Looks at a task's teams.
   *
   * @param chosen who draws; where the rules leave the choice, one draw for all unless chosen
   */
  public Preview run(UUID taskId, @Nullable TeamWay chosen) {
    Task task = tasks.get(taskId);
    TeamNeeds.Book book = needs.of(task.terms().authorityId());
    Profile profile = policies.getVersion(task.terms().profileId(), task.terms().profileVersion());
    Set<TeamWay> ways = TeamWay.allowed(profile.inspectorDraw().value());
    TeamWay way = chosen != null && ways.contains(chosen) ? chosen : ways.iterator().next();
    List<Visit> drawn = visits.listOfTask(taskId, VisitState.DRAWN);
    List<Visit> own =
        drawn.stream().filter(v -> !book.placesOf(v, SignedIn.get()).isEmpty()).toList();
    List<Visit> open = own.isEmpty() ? drawn : own;
    List<Need> wanted = wanted(book, open, way);
    Staff staff = rosters.own(task.terms().authorityId(), profile, book.bodies(), wanted);
    TeamRoster roster = TeamRoster.of(wanted, staff);
    StaffingRules rules = new StaffingRules(profile);
    return new Preview(
        ways,
        way,
        open.stream().anyMatch(v -> !book.partners(v).isEmpty()),
        wanted.size(),
        wanted.stream().mapToInt(n -> n.seats().size()).sum(),
        (int) roster.officers().stream().map(Officer::capacity).filter(c -> c > 0).count(),
        roster.absent().stream()
            .collect(
                Collectors.groupingBy(
                    AbsentOfficer::reason, TreeMap::new, Collectors.summingInt(a -> 1))),
        shortfall(task, profile, wanted, roster).orElse(null),
        rules.ways(Kind.SHORTAGE),
        profile.inspectorShortage().value().needs(),
        rules.ways(Kind.SHORTAGE).stream().filter(rules::trainingFirst).collect(Collectors.toSet()),
        profile.inspectorShortage().clauses(),
        !own.isEmpty());
  }

  /** Places that whoever looks would draw; all of them for who only looks. */
  private static List<Need> wanted(TeamNeeds.Book book, List<Visit> open, TeamWay way) {
    SignedIn person = SignedIn.get();
    Set<UUID> places = new LinkedHashSet<>();
    for (Visit visit : open) {
      Set<UUID> own = book.placesOf(visit, person);
      places.addAll(own);
      boolean all = own.isEmpty() || (own.contains(visit.departmentId()) && way == TeamWay.UNIFIED);
      if (all) {
        places.add(visit.departmentId());
        places.addAll(book.partners(visit).keySet());
      }
    }
    return book.needs(open, places);
  }

  private Optional<Shortfall> shortfall(
      Task task, Profile profile, List<Need> wanted, TeamRoster roster) {
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    InspectorDrawOrder order =
        new InspectorDrawOrder(
            task.terms().authorityId(),
            task.terms().departmentId(),
            task.id(),
            task.terms().number(),
            new ProfileVersion(profile.id(), profile.version(), profile.hash()),
            roster.groups(),
            roster.slots(),
            roster.officers(),
            roster.recused(),
            roster.absent(),
            true);
    return draws.findShortage(order).map(s -> Shortfall.of(s, wanted, roster));
  }
}
