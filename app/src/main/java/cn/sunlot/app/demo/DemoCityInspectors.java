package cn.sunlot.app.demo;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.usecase.AddPerson;
import cn.sunlot.organisation.usecase.AssignRoles;
import cn.sunlot.registry.domain.Abilities;
import cn.sunlot.registry.domain.InspectorContent;
import cn.sunlot.registry.domain.Licence;
import cn.sunlot.registry.domain.Training;
import cn.sunlot.registry.usecase.KeepTraining;
import cn.sunlot.registry.usecase.SaveInspector;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Inspectors of the city's departments and of one county, all trained for random inspections
 * (TZ-22). Those of the city have accounts, as whoever is drawn enters what was found.
 */
final class DemoCityInspectors {

  private static final List<String> MARKET = List.of("白振华", "常丽华", "石磊", "汪静怡", "廖建军", "薛梅");
  private static final List<String> EMERGENCY = List.of("袁志刚", "蒋文博", "尹红", "方建新");
  private static final List<String> COUNTY = List.of("毕海涛", "耿秀芝", "路明", "荆晓燕");

  private final DemoBureau demo;
  private int licences;

  DemoCityInspectors(DemoBureau demo) {
    this.demo = demo;
  }

  /** Enters them; each department its own. */
  void make() {
    addAll(DemoPerson.MARKET, MARKET, "计量", "market");
    addAll(DemoPerson.EMERGENCY, EMERGENCY, "安全生产", "emergency");
    addAll(DemoPerson.COUNTY, COUNTY, "食品安全", null);
  }

  private void addAll(
      DemoPerson officer, List<String> names, String speciality, @Nullable String login) {
    for (int i = 0; i < names.size(); i++) {
      UUID account = login == null ? null : account(officer, names.get(i), login + (i + 1));
      add(officer, names.get(i), speciality, account);
    }
  }

  /** The account with which an inspector enters what was found. */
  private UUID account(DemoPerson officer, String name, String login) {
    UUID department = demo.session(officer).departmentId();
    UUID person =
        demo.as(
            DemoPerson.CITY_SYSTEM,
            () -> demo.use(AddPerson.class).run(name, login, department, DemoPerson.PASSWORD));
    demo.as(
        DemoPerson.CITY_SECURITY,
        () ->
            demo.use(AssignRoles.class).run(person, new IfMatch(1), null, Set.of(Role.INSPECTOR)));
    return person;
  }

  private void add(DemoPerson officer, String name, String speciality, @Nullable UUID account) {
    LocalDate today = demo.today();
    licences++;
    var content =
        new InspectorContent(
            demo.session(officer).departmentId(),
            account,
            name,
            licences % 3 == 2 ? "female" : "male",
            licences % 4 == 0 ? "四级主任科员" : "一级科员",
            new Licence(
                String.format(Locale.ROOT, "DEMO3700%04d", licences),
                Licence.Kind.ENFORCEMENT,
                today.plusMonths(14L + 2L * licences),
                ""),
            new Abilities(List.of(), List.of(speciality), List.of()),
            true);
    var training =
        new Training(
            Ids.next(), today.minusDays(150L + licences), 16, "“双随机、一公开”监管业务培训", "示范市联席会议办公室");
    demo.as(
        officer,
        () -> {
          UUID inspector = demo.use(SaveInspector.class).add(content);
          demo.use(KeepTraining.class).add(Objects.requireNonNull(inspector), training);
        });
  }
}
