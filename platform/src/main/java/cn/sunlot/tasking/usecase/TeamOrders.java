package cn.sunlot.tasking.usecase;

import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.FormedTeam;
import cn.sunlot.tasking.domain.Need;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Staff;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.TeamDraw.Stage;
import cn.sunlot.tasking.domain.TeamRoster;
import cn.sunlot.tasking.store.TeamStore;
import cn.sunlot.tasking.usecase.TeamParts.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Orders for draws of inspectors: by visit, of teams, of teams to visits (draw.md section 9). */
@Component
class TeamOrders {

  /** The one place of a visit that a whole team fills. */
  static final String TEAM_ROLE = "team";

  private final Rosters rosters;
  private final TeamStore teams;
  private final Registry registry;
  private final Draws draws;

  TeamOrders(Rosters rosters, TeamStore teams, Registry registry, Draws draws) {
    this.rosters = rosters;
    this.teams = teams;
    this.registry = registry;
    this.draws = draws;
  }

  InspectorDrawOrder of(Task task, Part part, Profile profile) {
    if (part.stage() == Stage.TEAMS_TO_VISITS) {
      return teamsToVisits(task, part, profile);
    }
    List<Need> wanted =
        part.stage() == Stage.TEAMS ? teamNeeds(task, part) : List.copyOf(part.needs());
    Staff staff = rosters.own(task.terms().authorityId(), profile, part.book().bodies(), wanted);
    TeamRoster roster = TeamRoster.of(wanted, staff);
    if (roster.officers().isEmpty()) {
      throw Refused.because(TaskingProblem.NO_INSPECTORS, roster.absent().size())
          .by(profile.inspectors().clauses());
    }
    return order(task, part.departmentId(), profile, roster);
  }

  InspectorDrawOrder order(Task task, UUID department, Profile profile, TeamRoster roster) {
    return new InspectorDrawOrder(
        task.terms().authorityId(),
        department,
        task.id(),
        drawName(task),
        new ProfileVersion(profile.id(), profile.version(), profile.hash()),
        roster.groups(),
        roster.slots(),
        roster.officers(),
        roster.recused(),
        roster.absent(),
        true);
  }

  /** The task's number; from the second draw of inspectors on with a count behind it. */
  private String drawName(Task task) {
    long earlier =
        draws.listOfTask(task.id()).stream()
            .filter(d -> d.purpose().equals("inspectors") && !d.state().equals("void"))
            .count();
    return earlier == 0 ? task.terms().number() : task.terms().number() + "/" + (earlier + 1);
  }

  /**
   * Teams that could go to any of the visits: their places, all of their items, all of the time.
   */
  private List<Need> teamNeeds(Task task, Part part) {
    Set<Set<UUID>> departments =
        part.needs().stream()
            .map(n -> n.seats().stream().map(Seat::departmentId).collect(Collectors.toSet()))
            .collect(Collectors.toSet());
    if (departments.size() > 1) {
      throw Refused.because(TaskingProblem.VISITS_UNLIKE);
    }
    if (part.teamCount() < 1 || part.teamCount() > part.needs().size()) {
      throw Refused.because(TaskingProblem.TEAM_COUNT, part.teamCount(), part.needs().size());
    }
    TaskTerms terms = task.terms();
    Map<UUID, SortedSet<String>> codes = new HashMap<>();
    part.needs()
        .forEach(
            n ->
                n.codes()
                    .forEach((d, c) -> codes.computeIfAbsent(d, k -> new TreeSet<>()).addAll(c)));
    List<Need> wanted = new ArrayList<>();
    List<FormedTeam> formed = new ArrayList<>();
    LocalDate from = terms.from();
    int before = teams.listTeams(task.id()).size();
    for (int i = 1; i <= part.teamCount(); i++) {
      UUID id = Ids.next();
      String number = terms.number() + "/G" + (before + i);
      wanted.add(
          new Need(
              id,
              number,
              null,
              from,
              terms.to(),
              "",
              part.needs().get(0).seats(),
              codes,
              Set.of()));
      formed.add(
          new FormedTeam(
              id,
              task.id(),
              terms.authorityId(),
              part.departmentId(),
              number,
              Optional.empty(),
              List.of()));
    }
    teams.add(formed);
    return wanted;
  }

  /** Teams as the persons: recused from a target if any member is. */
  private InspectorDrawOrder teamsToVisits(Task task, Part part, Profile profile) {
    List<Need> wanted = part.needs();
    int size = wanted.get(0).seats().size();
    List<FormedTeam> full = part.formed().stream().filter(t -> t.isFull(size)).toList();
    if (full.isEmpty()) {
      throw Refused.because(TaskingProblem.TEAM_INCOMPLETE, part.formed().size(), size, "")
          .by(profile.team().clauses());
    }
    Map<UUID, Inspector> people =
        registry.listInspectors(task.terms().authorityId()).stream()
            .collect(Collectors.toMap(Inspector::id, Function.identity()));
    Map<UUID, Set<UUID>> interests = registry.interests(task.terms().authorityId());
    Map<UUID, Set<UUID>> recusedFrom = new HashMap<>();
    for (FormedTeam team : full) {
      Set<UUID> targets = new HashSet<>();
      team.members()
          .forEach(m -> targets.addAll(interests.getOrDefault(m.inspectorId(), Set.of())));
      recusedFrom.put(team.id(), targets);
    }
    Set<UUID> all = full.stream().map(FormedTeam::id).collect(Collectors.toUnmodifiableSet());
    List<RecusedPair> recused = new ArrayList<>();
    for (Need need : wanted) {
      for (FormedTeam team : full) {
        if (recusedFrom.getOrDefault(team.id(), Set.of()).contains(need.targetId())) {
          recused.add(new RecusedPair(need.id(), team.id()));
        }
      }
    }
    return order(
        task,
        part.departmentId(),
        profile,
        new TeamRoster(
            wanted.stream().map(n -> new Group(n.id(), n.number())).toList(),
            wanted.stream().map(n -> new SlotOrder(n.id(), TEAM_ROLE, all)).toList(),
            full.stream().map(t -> officer(t, people, wanted.size())).toList(),
            recused,
            List.of()));
  }

  private static Officer officer(FormedTeam team, Map<UUID, Inspector> people, int capacity) {
    Set<String> names = new LinkedHashSet<>();
    for (Member member : team.members()) {
      Inspector one = people.get(member.inspectorId());
      if (one != null) {
        names.add(one.name());
      }
    }
    return new Officer(team.id(), team.number(), String.join("、", names), capacity);
  }
}
