package cn.sunlot.planning;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_LEAVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Overlap;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.usecase.FindOverlaps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Lines of several departments in one year: who is there, what they share, and all side by side.
 */
@PlatformTest
class LinesOfAYearTest {

  private static final String MARCH_TO_JUNE = "&from=2026-03-01&to=2026-06-30";

  @Autowired private JointCity.Maker maker;
  @Autowired private SettableClock settable;
  @Autowired private Clock clock;
  @Autowired private PublishedItems items;
  @Autowired private YearlyPlans yearly;
  @Autowired private FindOverlaps overlaps;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private JointCity where;
  private Bureau emergency;
  private Bureau market;
  private UUID chemicals;
  private UUID quality;

  @BeforeEach
  void makeCity() {
    settable.set(LocalDate.of(2026, 2, 2));
    where = maker.make("pingdingshan");
    emergency = where.emergency();
    market = where.market();
    chemicals = items.inForce(emergency, "WH-01", Category.KEY, null).current().id();
    quality = items.inForce(market, "ZL-01", Category.KEY, null).current().id();
    yearly.addTargets(emergency, City.COUNTY, "A", 60);
    yearly.addTargets(emergency, City.OTHER_COUNTY, "A", 40);
  }

  private static Line line(
      Bureau bureau, String title, UUID item, Set<String> regions, int bp, String from, String to) {
    Line plain = YearlyPlans.line(bureau, title, item, Map.of("A", bp));
    return YearlyPlans.with(plain, regions, Rates.of(Map.of("A", bp)), from, to, Arrangement.OWN);
  }

  private UUID addInspector(UUID department, String licenceUntil, boolean active) {
    UUID id = Ids.next();
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database
                        .insertInto(INSPECTOR)
                        .set(INSPECTOR.ID, id)
                        .set(INSPECTOR.AUTHORITY_ID, where.city().authorityId())
                        .set(INSPECTOR.DEPARTMENT_ID, department)
                        .set(INSPECTOR.NAME, "执法员")
                        .set(INSPECTOR.SEX, "male")
                        .set(INSPECTOR.POST, "科员")
                        .set(INSPECTOR.LICENCE_NUMBER, "LIC-" + id)
                        .set(INSPECTOR.LICENCE_UNTIL, LocalDate.parse(licenceUntil))
                        .set(INSPECTOR.QUALIFICATIONS, new String[0])
                        .set(INSPECTOR.ACTIVE, active)
                        .set(INSPECTOR.CREATED_AT, clock.instant())
                        .set(INSPECTOR.UPDATED_AT, clock.instant())
                        .execute()));
    return id;
  }

  private void addLeave(UUID inspector, String from, String to) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database
                        .insertInto(INSPECTOR_LEAVE)
                        .set(INSPECTOR_LEAVE.ID, Ids.next())
                        .set(INSPECTOR_LEAVE.AUTHORITY_ID, where.city().authorityId())
                        .set(INSPECTOR_LEAVE.INSPECTOR_ID, inspector)
                        .set(INSPECTOR_LEAVE.FROM_DAY, LocalDate.parse(from))
                        .set(INSPECTOR_LEAVE.TO_DAY, LocalDate.parse(to))
                        .set(INSPECTOR_LEAVE.REASON, "培训")
                        .execute()));
  }

  private JsonNode manpower(String query) throws Exception {
    return api.body(api.read(emergency, "officer", "/api/plans/manpower?" + query));
  }

  @Test
  @Clause("TZ-15")
  void manpower_needed_stands_beside_who_is_there_with_leave_and_licence() throws Exception {
    UUID section = emergency.person("officer").departmentId();
    UUID department = where.city().department("emergency").id();
    addInspector(section, "2027-12-31", true);
    UUID onLeave = addInspector(department, "2027-12-31", true);
    addLeave(onLeave, "2026-03-02", "2026-03-04");
    addInspector(section, "2026-03-03", true);
    addInspector(section, "2027-12-31", false);
    addInspector(market.person("officer").departmentId(), "2027-12-31", true);
    // A week of five working days; 10 of 100 targets, two of them a day and team.
    String week = "kinds=enterprise&rateA=1000&from=2026-03-02&to=2026-03-06";
    JsonNode own = manpower(week);
    assertThat(own.get("days").asInt()).isEqualTo(5);
    assertThat(own.get("visits").asInt()).isEqualTo(10);
    assertThat(own.get("needed").asInt()).isEqualTo(10);
    assertThat(own.get("available").asInt()).isEqualTo(5 + 2 + 2);
    assertThat(own.get("enough").asBoolean()).isFalse();
    assertThat(own.at("/departments/0/inspectors").asInt()).isEqualTo(3);
    JsonNode joint =
        manpower(week + "&visitsPerDay=3&participants=" + where.city().department("market").id());
    // Four days of a team of two.
    assertThat(joint.get("needed").asInt()).isEqualTo(8);
    assertThat(joint.get("available").asInt()).isEqualTo(9 + 5);
    assertThat(joint.get("enough").asBoolean()).isTrue();
  }

  @Test
  @Clause({"TZ-15", "PDS-13"})
  void where_counties_inspect_their_departments_of_the_line_count() throws Exception {
    addInspector(emergency.person("officer").departmentId(), "2027-12-31", true);
    addInspector(where.city().department("county-emergency").id(), "2027-12-31", true);
    JsonNode down =
        manpower(
            "kinds=enterprise&rateA=1000&from=2026-03-02&to=2026-03-06&handling=handed-down"
                + "&regionCodes="
                + City.COUNTY);
    assertThat(down.get("departments").valueStream().map(d -> d.at("/department/name").asString()))
        .containsExactly("张店区应急管理局");
    assertThat(down.get("available").asInt()).isEqualTo(5);
    // 张店区 has 60 targets: 6 visits, 3 days of a team.
    assertThat(down.get("needed").asInt()).isEqualTo(6);
  }

  private Plan published(Bureau bureau, Line... lines) {
    return yearly.published(bureau, yearly.draft(bureau, lines));
  }

  @Test
  @Clause({"TZ-M6", "TZ-15", "N-9"})
  void a_drafting_department_is_shown_others_plans_for_the_same_targets_and_days()
      throws Exception {
    Plan other =
        published(
            market,
            line(market, "产品质量检查", quality, Set.of(City.COUNTY), 5_000, "2026-05-01", "2026-09-30"),
            line(market, "广告检查", quality, Set.of(City.COUNTY), 5_000, "2026-09-01", "2026-09-30"),
            line(
                market,
                "计量检查",
                quality,
                Set.of(City.OTHER_COUNTY),
                5_000,
                "2026-03-01",
                "2026-09-30"));
    api.read(
            emergency,
            "officer",
            "/api/plans/neighbours?kinds=enterprise&regionCodes=370303&rateA=1000" + MARCH_TO_JUNE)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[*].line.title").value(contains("产品质量检查")))
        .andExpect(jsonPath("$[0].line.planId").value(other.id().toString()))
        .andExpect(jsonPath("$[0].line.number").value(other.number()))
        .andExpect(jsonPath("$[0].line.contact.name").value("测试officer"))
        .andExpect(jsonPath("$[0].own").value(false))
        .andExpect(jsonPath("$[0].shared.regionCodes").value(contains("370303")))
        .andExpect(jsonPath("$[0].shared.from").value("2026-05-01"))
        .andExpect(jsonPath("$[0].shared.to").value("2026-06-30"))
        // 6 of 60 drawn here, 30 of 60 there: 3 likely twice.
        .andExpect(jsonPath("$[0].shared.targets").value(60))
        .andExpect(jsonPath("$[0].shared.both").value(3));
    api.read(
            emergency,
            "officer",
            "/api/plans/neighbours?kinds=enterprise&regionCodes=370303&rateA=1000&methods=testing"
                + MARCH_TO_JUNE)
        .andExpect(jsonPath("$").isEmpty());
    api.read(emergency, "officer", "/api/plans/neighbours?kinds=enterprise&rateA=1000")
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  @Clause({"TZ-M6", "TZ-15"})
  void the_office_sees_overlaps_of_the_year_and_how_often_targets_would_be_inspected()
      throws Exception {
    published(
        market,
        line(market, "产品质量检查", quality, Set.of(City.REGION), 5_000, "2026-03-01", "2026-09-30"));
    published(
        emergency,
        line(
            emergency,
            "危险化学品检查",
            chemicals,
            Set.of(City.COUNTY),
            10_000,
            "2026-03-01",
            "2026-06-30"));
    api.read(market, "conference", "/api/plans/overlaps?year=2026")
        .andExpect(jsonPath("$.overlaps.length()").value(1))
        .andExpect(jsonPath("$.overlaps[0].shared.targets").value(60))
        .andExpect(jsonPath("$.overlaps[0].shared.both").value(30))
        .andExpect(jsonPath("$.burden.times[0].targets").value(40))
        .andExpect(jsonPath("$.burden.times[1].targets").value(60))
        .andExpect(jsonPath("$.burden.times[1].drawn").value(30))
        .andExpect(jsonPath("$.burden.times[2].targets").value(0));
    api.read(market, "conference", "/api/plans/overlaps?year=2026&regions=370305")
        .andExpect(jsonPath("$.overlaps").isEmpty())
        .andExpect(jsonPath("$.burden.times[0].targets").value(40))
        .andExpect(jsonPath("$.burden.times[1].targets").value(0));
    api.read(market, "conference", "/api/plans/overlaps?year=2027")
        .andExpect(jsonPath("$.overlaps").isEmpty());
    List<Overlap> found =
        market.as(
            "conference",
            () -> overlaps.ofYear(where.city().authorityId(), 2026, Set.of(City.COUNTY)));
    assertThat(found).extracting(Overlap::targets, Overlap::both).containsExactly(tuple(60L, 30L));
  }
}
