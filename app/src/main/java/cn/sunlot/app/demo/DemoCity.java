package cn.sunlot.app.demo;

import cn.sunlot.audit.AuditLog;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A city beside the bureau: departments, their joint conference, and joint items, as the base rules
 * have it. The administrators of a second authority are not made by the set-up, which is for the
 * first one.
 */
final class DemoCity {

  private static final String NAME = "示范市人民政府";
  private static final String REGION = "370300";

  private final DemoBureau demo;
  private final UUID id = Ids.next();
  private final UUID root = Ids.next();
  private final Map<Line, UUID> departments = new EnumMap<>(Line.class);

  DemoCity(DemoBureau demo) {
    this.demo = demo;
  }

  void make() {
    SystemWork.run(
        () -> demo.use(TransactionTemplate.class).executeWithoutResult(s -> addAuthority()));
    demo.as(DemoPerson.CITY_SYSTEM, this::addDepartments);
    demo.signAllOut();
    add(DemoPerson.OFFICE, Line.MARKET_SUPERVISION);
    add(DemoPerson.MARKET, Line.MARKET_SUPERVISION);
    add(DemoPerson.EMERGENCY, Line.EMERGENCY);
    add(DemoPerson.EMERGENCY_HEAD, Line.EMERGENCY);
    demo.as(DemoPerson.CITY_SYSTEM, this::addConference);
    new DemoJointPlan(demo, departments).make(new DemoJointItems(demo, departments).make());
  }

  private void addAuthority() {
    OrganisationStore store = demo.use(OrganisationStore.class);
    store.add(new Authority(id, NAME, "city", REGION, "base"));
    store.add(new Department(root, id, null, NAME, "government", REGION, null, List.of()), 0);
    administrator(store, DemoPerson.CITY_SYSTEM);
    administrator(store, DemoPerson.CITY_SECURITY);
    demo.use(AuditLog.class)
        .record(
            id,
            "set-up",
            id.toString(),
            Map.of("authority", NAME, "region", REGION, "profile", "base"));
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
  }

  private void add(String name, Line line) {
    int sort = departments.size() + 1;
    var order = new AddDepartment.Order(name, root, REGION, line, List.of(), sort);
    departments.put(line, demo.use(AddDepartment.class).run(order));
  }

  private void add(DemoPerson one, Line line) {
    UUID department = Objects.requireNonNull(departments.get(line));
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
