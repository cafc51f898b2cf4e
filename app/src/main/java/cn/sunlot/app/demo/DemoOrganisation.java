package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoPerson.Section;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.usecase.AddDepartment;
import cn.sunlot.organisation.usecase.AddPerson;
import cn.sunlot.organisation.usecase.AssignRoles;
import cn.sunlot.organisation.usecase.SetUp;
import cn.sunlot.organisation.usecase.SetUp.Administrator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The bureau, its sections and people. */
final class DemoOrganisation {

  private static final String BUREAU = "示范市工业和信息化局";
  private static final String REGION = "370300";
  private static final String PROFILE = "zibo_miit";

  private final DemoBureau bureau;

  DemoOrganisation(DemoBureau bureau) {
    this.bureau = bureau;
  }

  /** Sets the platform up with the code of its start, then adds everybody. */
  void make(String setUpCode) {
    bureau
        .use(SetUp.class)
        .run(
            setUpCode,
            new SetUp.Order(
                BUREAU,
                "bureau",
                REGION,
                PROFILE,
                false,
                administrator(DemoPerson.SYSTEM),
                administrator(DemoPerson.SECURITY),
                administrator(DemoPerson.AUDIT)));
    Map<Section, UUID> sections = bureau.as(DemoPerson.SYSTEM, this::addSections);
    bureau.signAllOut();
    for (DemoPerson person : DemoPerson.added()) {
      if (!person.roles().contains(Role.INSPECTOR)) {
        Section section = person.section();
        UUID department = section == null ? root() : sections.getOrDefault(section, root());
        add(person.person(), person.login(), department, person.roles());
      }
    }
    for (DemoInspectors.One one : DemoInspectors.all()) {
      UUID department = sections.getOrDefault(one.section(), root());
      add(one.name(), one.login(), department, Set.of(Role.INSPECTOR));
    }
  }

  private Map<Section, UUID> addSections() {
    Map<Section, UUID> sections = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      sections.put(
          section,
          bureau
              .use(AddDepartment.class)
              .run(
                  AddDepartment.Order.section(
                      section.title(), root(), section.functions(), section.ordinal() + 1)));
    }
    return sections;
  }

  private void add(String name, String login, UUID department, Set<Role> roles) {
    UUID id =
        bureau.as(
            DemoPerson.SYSTEM,
            () -> bureau.use(AddPerson.class).run(name, login, department, DemoPerson.PASSWORD));
    bureau.as(
        DemoPerson.SECURITY,
        () -> bureau.use(AssignRoles.class).run(id, new IfMatch(1), null, roles));
  }

  private UUID root() {
    return bureau.session(DemoPerson.SYSTEM).departmentId();
  }

  private static Administrator administrator(DemoPerson person) {
    return new Administrator(person.person(), person.login(), DemoPerson.PASSWORD);
  }
}
