package cn.sunlot.tasking.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Shortage;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.domain.Bodies;
import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Shortfall;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingSetting;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.domain.VisitState;
import cn.sunlot.tasking.store.ScheduleSearch;
import cn.sunlot.tasking.store.ScheduleSearch.Narrowed;
import cn.sunlot.tasking.store.ScheduleSearch.Row;
import cn.sunlot.tasking.store.StaffingSettingStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.usecase.PreviewTeams;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Teams before their draw, and visits on a calendar, as screens show them. */
@Component
@Transactional(readOnly = true)
class PlanningViews {

  /** Visits that ask for the same people. */
  record ShortfallLine(
      NamedId department,
      List<String> items,
      LocalDate from,
      LocalDate to,
      int visits,
      int places,
      int able,
      int free) {}

  /** Why places cannot be filled, to be added up by hand. */
  record ShortfallView(int places, int people, int room, int missing, List<ShortfallLine> lines) {}

  /** What may be done then, and what it needs. */
  record WayOut(@OneOf(Way.class) String way, boolean trainingFirst) {}

  record TeamPreview(
      List<String> ways,
      @OneOf(TeamWay.class) String way,
      boolean joint,
      int visits,
      int places,
      int people,
      Map<String, Integer> out,
      @Nullable ShortfallView shortfall,
      List<WayOut> waysOut,
      List<String> demands,
      List<String> clauses,
      List<String> allowedCommands) {}

  /** A visit on the calendar. */
  record Stop(
      UUID id,
      int version,
      String number,
      String targetName,
      NamedId department,
      String regionCode,
      String regionName,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate plannedOn,
      @OneOf(VisitState.class) String state,
      @Nullable UUID leaderId,
      List<String> team) {}

  /**
   * Visits in a time.
   *
   * @param inspectorId whose they are, where they are one person's
   */
  record Schedule(LocalDate today, @Nullable UUID inspectorId, List<Stop> stops) {}

  /** A county with a department of the same line. */
  record Neighbour(String region, String department) {}

  record SettingView(
      NamedId department,
      int version,
      @Nullable Integer monthlyCap,
      List<String> neighbours,
      List<Neighbour> possible,
      List<String> allowedCommands) {}

  private final PreviewTeams preview;
  private final ScheduleSearch search;
  private final StaffingSettingStore settings;
  private final TaskStore tasks;
  private final Organisation organisation;
  private final Registry registry;
  private final Catalog catalog;
  private final Clock clock;

  PlanningViews(
      PreviewTeams preview,
      ScheduleSearch search,
      StaffingSettingStore settings,
      TaskStore tasks,
      Organisation organisation,
      Registry registry,
      Catalog catalog,
      Clock clock) {
    this.preview = preview;
    this.search = search;
    this.settings = settings;
    this.tasks = tasks;
    this.organisation = organisation;
    this.registry = registry;
    this.catalog = catalog;
    this.clock = clock;
  }

  TeamPreview preview(UUID taskId, @Nullable TeamWay way) {
    PreviewTeams.Preview seen = preview.run(taskId, way);
    Shortfall shortfall = seen.shortfall();
    return new TeamPreview(
        wire(seen.ways()),
        Lifecycle.wireName(seen.way()),
        seen.joint(),
        seen.visits(),
        seen.places(),
        seen.people(),
        seen.out(),
        shortfall == null ? null : shortfall(taskId, shortfall),
        seen.waysOut().stream()
            .sorted()
            .map(w -> new WayOut(Lifecycle.wireName(w), seen.trainingFor().contains(w)))
            .toList(),
        seen.demands().stream().sorted().map(PlanningViews::demand).toList(),
        seen.clauses(),
        shortfall != null && SignedIn.get().may(Permission.STAFFING_REQUEST) && seen.own()
            ? List.of("report-shortage")
            : List.of());
  }

  private static String demand(Shortage.Demand demand) {
    return Lifecycle.wireName(demand);
  }

  private ShortfallView shortfall(UUID taskId, Shortfall shortfall) {
    Map<UUID, String> names = names();
    Map<String, String> items =
        tasks.get(taskId).terms().itemVersionIds().stream()
            .map(catalog::getItem)
            .collect(Collectors.toMap(ItemVersion::code, ItemVersion::name, (a, b) -> a));
    return new ShortfallView(
        shortfall.places(),
        shortfall.people(),
        shortfall.room(),
        shortfall.missing(),
        shortfall.lines().stream()
            .map(
                l ->
                    new ShortfallLine(
                        TeamViews.named(l.demand().departmentId(), names),
                        l.demand().codes().stream()
                            .map(c -> c + " " + items.getOrDefault(c, ""))
                            .map(String::strip)
                            .toList(),
                        l.demand().from(),
                        l.demand().to(),
                        l.visits(),
                        l.places(),
                        l.able(),
                        l.free()))
            .toList());
  }

  Schedule schedule(
      LocalDate from, LocalDate to, @Nullable UUID task, @Nullable UUID inspector, boolean mine) {
    SignedIn person = SignedIn.get();
    UUID who =
        mine
            ? registry
                .findInspectorOfPerson(person.personId())
                .map(Inspector::id)
                .orElse(person.personId())
            : inspector;
    List<Row> rows = search.list(person.scope(), new Narrowed(from, to, who, task, mine));
    Map<UUID, String> names = names();
    Map<UUID, String> people = people(rows);
    Map<String, String> towns = organisation.listTownshipNames(person.authorityId());
    return new Schedule(
        LocalDate.now(clock),
        who,
        rows.stream().map(r -> stop(r, names, people, near(r.regionCode(), towns))).toList());
  }

  private Map<UUID, String> people(Collection<Row> rows) {
    Set<UUID> wanted =
        rows.stream()
            .flatMap(r -> r.members().stream())
            .map(Member::inspectorId)
            .collect(Collectors.toSet());
    return wanted.isEmpty()
        ? Map.of()
        : registry.listInspectors(SignedIn.get().authorityId()).stream()
            .filter(i -> wanted.contains(i.id()))
            .collect(Collectors.toMap(Inspector::id, Inspector::name));
  }

  /** County and town, so that visits near each other stand together. */
  private static String near(String code, Map<String, String> towns) {
    String county = code.substring(0, Math.min(6, code.length()));
    String town = towns.getOrDefault(code, "");
    return (Regions.findName(county).orElse(county) + " " + town).strip();
  }

  private static Stop stop(
      Row row, Map<UUID, String> names, Map<UUID, String> people, String near) {
    return new Stop(
        row.id(),
        row.version(),
        row.number(),
        row.targetName(),
        TeamViews.named(row.departmentId(), names),
        row.regionCode(),
        near,
        row.from(),
        row.to(),
        row.plannedOn(),
        row.state(),
        row.members().stream()
            .filter(m -> m.role().equals(Seat.LEADER))
            .findFirst()
            .map(Member::inspectorId)
            .orElse(null),
        row.members().stream().map(m -> people.getOrDefault(m.inspectorId(), "")).toList());
  }

  /** The department for whose people this person settles things: the whole of a section's. */
  UUID ownDepartment() {
    SignedIn person = SignedIn.get();
    UUID body =
        new Bodies(organisation.listDepartments(person.authorityId())).body(person.departmentId());
    return person.handles(body) ? body : person.departmentId();
  }

  SettingView setting() {
    SignedIn person = SignedIn.get();
    List<Department> all = organisation.listDepartments(person.authorityId());
    UUID own = ownDepartment();
    StaffingSetting setting =
        settings.find(own).orElse(StaffingSetting.none(own, person.authorityId()));
    return new SettingView(
        new NamedId(own, names().getOrDefault(own, "")),
        setting.version(),
        setting.monthlyCap(),
        setting.neighbours().stream().sorted().toList(),
        new Bodies(all)
            .neighbours(own, Set.of()).stream()
                .map(d -> new Neighbour(Objects.requireNonNullElse(d.region(), ""), d.name()))
                .toList(),
        person.may(Permission.INSPECTORS_EDIT) ? List.of("save") : List.of());
  }

  private Map<UUID, String> names() {
    return organisation.listDepartments(SignedIn.get().authorityId()).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }

  private static List<String> wire(Collection<? extends Enum<?>> values) {
    return values.stream().map(Lifecycle::wireName).sorted().toList();
  }
}
