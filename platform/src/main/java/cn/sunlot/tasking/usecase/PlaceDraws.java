package cn.sunlot.tasking.usecase;

import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.Need;
import cn.sunlot.tasking.domain.Staff;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingRules;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TeamRoster;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.store.TaskStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws of single places that no round fills: from a wider circle, or after a whole team came. */
@Component
class PlaceDraws {

  private final Draws draws;
  private final TaskStore tasks;
  private final TeamNeeds needs;
  private final Rosters rosters;
  private final CurrentRegistries registries;

  PlaceDraws(
      Draws draws,
      TaskStore tasks,
      TeamNeeds needs,
      Rosters rosters,
      CurrentRegistries registries) {
    this.draws = draws;
    this.tasks = tasks;
    this.needs = needs;
    this.rosters = rosters;
    this.registries = registries;
  }

  /**
   * The empty places of visits are drawn from all sections of the bureau, or together with the same
   * line of neighbouring counties (ZB-10, TZ-21): one draw for those of one task and department.
   */
  void drawAcross(Collection<Visit> visits, Way way) {
    Map<List<UUID>, List<Visit>> together = new LinkedHashMap<>();
    for (Visit visit : visits) {
      List<UUID> key = List.of(leadTask(visit).id(), visit.departmentId());
      together.computeIfAbsent(key, k -> new ArrayList<>()).add(visit);
    }
    together.values().forEach(some -> drawTogether(some, way));
  }

  private void drawTogether(List<Visit> visits, Way way) {
    Visit visit = visits.get(0);
    TeamNeeds.Book book = needs.of(visit.authorityId());
    Profile profile = book.profile(visit);
    boolean training = new StaffingRules(profile).trainingFirst(way);
    List<Need> wanted = visits.stream().map(book::need).filter(n -> !n.seats().isEmpty()).toList();
    if (wanted.isEmpty()) {
      throw Refused.because(TaskingProblem.NO_PLACES_OF_OWN, visit.number())
          .by(profile.inspectorShortage().clauses());
    }
    if (way == Way.NEIGHBOUR_DRAW) {
      demandNeighbours(book, wanted, profile);
    }
    Staff staff =
        way == Way.NEIGHBOUR_DRAW
            ? rosters.withNeighbours(visit.authorityId(), profile, book.bodies(), wanted, training)
            : rosters.across(visit.authorityId(), profile, book.bodies(), wanted, training);
    TeamRoster roster = TeamRoster.of(wanted, staff);
    int most = wanted.stream().mapToInt(n -> n.seats().size()).max().orElseThrow();
    demandTraining(roster, most, training, profile);
    prepare(visits, profile, roster);
  }

  /** A place of a visit whose team came as a whole is drawn from its department's own people. */
  void drawAgain(Visit visit, Visit broken) {
    TeamNeeds.Book book = needs.of(visit.authorityId());
    Profile profile = book.profile(visit);
    Need need = book.need(broken);
    // Who left stays away from this visit.
    List<Need> wanted =
        List.of(
            new Need(
                need.id(),
                need.number(),
                need.targetId(),
                need.from(),
                need.to(),
                need.region(),
                need.seats(),
                need.codes(),
                visit.members().stream().map(Member::inspectorId).collect(Collectors.toSet())));
    Staff staff = rosters.own(visit.authorityId(), profile, book.bodies(), wanted);
    prepare(List.of(visit), profile, TeamRoster.of(wanted, staff));
  }

  private void prepare(List<Visit> visits, Profile profile, TeamRoster roster) {
    Visit visit = visits.get(0);
    Task task = leadTask(visit);
    registries.demand(task.terms(), KeptRegistry.INSPECTORS);
    draws.prepareInspectors(
        new InspectorDrawOrder(
            visit.authorityId(),
            visit.departmentId(),
            task.id(),
            drawName(task, visits),
            new ProfileVersion(profile.id(), profile.version(), profile.hash()),
            roster.groups(),
            roster.slots(),
            roster.officers(),
            roster.recused(),
            roster.absent(),
            true));
  }

  /** The task's and the first visit's number; from the second draw for it on with a count. */
  private String drawName(Task task, List<Visit> visits) {
    String more = visits.size() == 1 ? "" : "+" + (visits.size() - 1);
    String name = task.terms().number() + "/" + visits.get(0).number() + more;
    long earlier =
        draws.listOfTask(task.id()).stream()
            .filter(d -> d.taskNumber().startsWith(name) && !d.state().equals("void"))
            .count();
    return earlier == 0 ? name : name + "." + (earlier + 1);
  }

  private static void demandNeighbours(TeamNeeds.Book book, List<Need> wanted, Profile profile) {
    boolean none =
        wanted.stream()
            .flatMap(n -> n.seats().stream())
            .allMatch(s -> book.bodies().neighbours(s.departmentId(), Set.of()).isEmpty());
    if (none) {
      throw Refused.because(TaskingProblem.NO_NEIGHBOURS).by(profile.inspectorShortage().clauses());
    }
  }

  /** People of other sections are trained before they are drawn (ZB-10). */
  private static void demandTraining(
      TeamRoster roster, int places, boolean training, Profile profile) {
    List<String> untrained =
        roster.absent().stream()
            .filter(a -> a.reason().equals("untrained"))
            .map(AbsentOfficer::name)
            .toList();
    Map<UUID, Long> recused =
        roster.recused().stream()
            .collect(Collectors.groupingBy(RecusedPair::inspectorId, Collectors.counting()));
    int visits = roster.groups().size();
    long able =
        roster.officers().stream()
            .filter(o -> recused.getOrDefault(o.inspectorId(), 0L) < visits)
            .count();
    if (training && able < places && !untrained.isEmpty()) {
      throw Refused.because(
              TaskingProblem.TRAINING_FIRST, untrained.size(), String.join("、", untrained))
          .by(profile.inspectorShortage().clauses());
    }
    if (able == 0) {
      throw Refused.because(TaskingProblem.NO_INSPECTORS, roster.absent().size())
          .by(profile.inspectorShortage().clauses());
    }
  }

  /** The task whose department leads the visit; where a list went down, the earliest. */
  private Task leadTask(Visit visit) {
    Comparator<Task> byLead =
        Comparator.comparing(t -> !t.terms().departmentId().equals(visit.departmentId()));
    return visit.taskIds().stream()
        .map(tasks::get)
        .min(byLead.thenComparing(t -> t.terms().createdAt()))
        .orElseThrow();
  }
}
