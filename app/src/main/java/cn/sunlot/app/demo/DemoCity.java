package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoJointItems.Listed;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.burden.usecase.PublishCeiling;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.JointConference.Part;
import cn.sunlot.organisation.domain.JointConference.Seat;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.usecase.AddDepartment;
import cn.sunlot.organisation.usecase.AddPerson;
import cn.sunlot.organisation.usecase.AssignRoles;
import cn.sunlot.organisation.usecase.SaveConference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A city beside the bureau, under the rules of Taizhou: departments of city and counties, their
 * joint conference, joint items, plan and tasks. The administrators of a second authority are not
 * made by the set-up, which is for the first one.
 */
final class DemoCity {

  private static final String NAME = "示范市人民政府";
  private static final String REGION = "370300";
  private static final String PROFILE = "taizhou";
  private static final String COUNTY = "370303";

  private final DemoBureau demo;
  private final DemoBrowser browser;
  private final UUID id = Ids.next();
  private final UUID root = Ids.next();
  private final Map<Line, UUID> departments = new EnumMap<>(Line.class);

  /** The department that leads in the county which the tour visits. */
  private @Nullable UUID county;

  DemoCity(DemoBureau demo, DemoBrowser browser) {
    this.demo = demo;
    this.browser = browser;
  }

  void make() {
    SystemWork.run(
        () -> demo.use(TransactionTemplate.class).executeWithoutResult(s -> addAuthority()));
    demo.as(DemoPerson.CITY_SYSTEM, this::addDepartments);
    demo.signAllOut();
    add(DemoPerson.OFFICE, of(Line.MARKET_SUPERVISION));
    add(DemoPerson.MARKET, of(Line.MARKET_SUPERVISION));
    add(DemoPerson.MARKET_HEAD, of(Line.MARKET_SUPERVISION));
    add(DemoPerson.EMERGENCY, of(Line.EMERGENCY));
    add(DemoPerson.EMERGENCY_HEAD, of(Line.EMERGENCY));
    add(DemoPerson.ECOLOGY, of(Line.ECOLOGY));
    add(DemoPerson.EDUCATION, of(Line.EDUCATION));
    add(DemoPerson.COUNTY, Objects.requireNonNull(county));
    demo.as(DemoPerson.CITY_SYSTEM, this::addConference);
    new DemoImports(demo, DemoPerson.MARKET)
        .run("targets", "联合抽查对象名录.csv", new DemoCityTargets().csv());
    new DemoCityInspectors(demo).make();
    Listed items = new DemoJointItems(demo, departments).make();
    publishCeiling();
    List<UUID> lines = new DemoJointPlan(demo, departments).make(items);
    new DemoJointTasks(demo, browser, items).make(lines);
  }

  /** What market supervision has made public for this year. */
  private void publishCeiling() {
    LocalDate day = LocalDate.of(demo.today().getYear(), 1, 4);
    var ceiling = new PublishCeiling.Order(day.getYear(), "A", 2, "《关于公布涉企行政检查年度频次上限的通告》", day);
    demo.as(DemoPerson.MARKET_HEAD, () -> demo.use(PublishCeiling.class).run(ceiling));
  }

  private void addAuthority() {
    OrganisationStore store = demo.use(OrganisationStore.class);
    store.add(new Authority(id, NAME, "city", REGION, PROFILE));
    store.add(new Department(root, id, null, NAME, "government", REGION, null, List.of()), 0);
    administrator(store, DemoPerson.CITY_SYSTEM);
    administrator(store, DemoPerson.CITY_SECURITY);
    demo.use(AuditLog.class)
        .record(
            id,
            "set-up",
            id.toString(),
            Map.of("authority", NAME, "region", REGION, "profile", PROFILE));
  }

  private void administrator(OrganisationStore store, DemoPerson one) {
    String hash =
        Objects.requireNonNull(demo.use(PasswordEncoder.class).encode(DemoPerson.PASSWORD));
    store.add(
        new Person(Ids.next(), id, root, one.person(), one.login(), List.copyOf(one.roles()), true),
        hash);
  }

  private void addDepartments() {
    add("市市场监督管理局", Line.MARKET_SUPERVISION);
    add("市应急管理局", Line.EMERGENCY);
    add("市生态环境局", Line.ECOLOGY);
    add("市公安局", Line.POLICE);
    add("市教育局", Line.EDUCATION);
    add("市消防救援支队", Line.FIRE_RESCUE);
    for (int i = 0; i < DemoTargets.REGIONS.size(); i++) {
      addCounty(DemoTargets.REGIONS.get(i), DemoTargets.DISTRICTS.get(i));
    }
  }

  /** Market supervision is in every county, education in every third one. */
  private void addCounty(String region, String name) {
    UUID market = add(name + "市场监督管理局", region, Line.MARKET_SUPERVISION, 10);
    if (region.equals(COUNTY)) {
      county = market;
    }
    if (DemoTargets.REGIONS.indexOf(region) % 3 == 1) {
      add(name + "教育局", region, Line.EDUCATION, 11);
    }
  }

  private UUID add(String name, String region, Line line, int sort) {
    var order = new AddDepartment.Order(name, root, region, line, List.of(), sort);
    return demo.use(AddDepartment.class).run(order);
  }

  private UUID of(Line line) {
    return Objects.requireNonNull(departments.get(line));
  }

  private void add(String name, Line line) {
    departments.put(line, add(name, REGION, line, departments.size() + 1));
  }

  private void add(DemoPerson one, UUID department) {
    UUID person =
        demo.as(
            DemoPerson.CITY_SYSTEM,
            () ->
                demo.use(AddPerson.class)
                    .run(one.person(), one.login(), department, DemoPerson.PASSWORD));
    Set<Role> roles = one.roles();
    demo.as(
        DemoPerson.CITY_SECURITY,
        () -> demo.use(AssignRoles.class).run(person, new IfMatch(1), null, roles));
  }

  private void addConference() {
    List<Seat> seats = new ArrayList<>();
    seats.add(new Seat(Part.CONVENOR, null, "王副市长", "副市长"));
    departments.forEach(
        (line, department) ->
            seats.add(
                new Seat(
                    line == Line.MARKET_SUPERVISION ? Part.OFFICE : Part.MEMBER,
                    department,
                    "",
                    "")));
    demo.use(SaveConference.class).run(REGION, new IfMatch(0), "示范市“双随机、一公开”监管联席会议", seats);
  }
}
