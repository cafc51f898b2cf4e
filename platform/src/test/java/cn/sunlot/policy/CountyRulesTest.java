package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.usecase.LoadProfiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A county inside the authority of its city: whose rules bind its departments, and which value. */
@PlatformTest
class CountyRulesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final String CITY_RULES =
      """
      id: %s
      version: "1"
      inherits: base
      title: {zh: 示范市联合抽查细则, en: Rules of a city}
      cited-as: {zh: 《示范市联合抽查细则》, en: the rules of a city}
      clause-prefix: CT
      applies-to: joint
      authority: {kind: city, region: "370300", name: 示范市}
      rules:
        annual-cap: {clauses: [CT-3], set: {max: 2}}
        team: {clauses: [CT-5], set: {min: 3}}
      """;

  private static final String COUNTY_RULES =
      """
      id: %s_county
      version: "1"
      inherits: %s
      superior: %s
      title: {zh: 张店区联合抽查办法, en: Rules of a county}
      cited-as: {zh: 《张店区联合抽查办法》, en: the rules of a county}
      clause-prefix: CY
      applies-to: joint
      valid: {from: 2026-02-01, to: 2026-12-31, clauses: [CY-9]}
      authority: {kind: county, region: "370303", name: 张店区}
      rules:
        annual-cap: {clauses: [CY-2], set: {max: 1}}
        archive: {clauses: [CY-4], set: {long-term: true}}
      """;

  @Autowired private Policies policies;
  @Autowired private LoadProfiles load;
  @Autowired private City.Factory cities;
  @Autowired private SettableClock clock;
  @Autowired private TransactionTemplate transaction;

  private String tag = "";
  private City city;

  @BeforeEach
  void makeCity() {
    clock.set(DAY);
    tag = "c" + UUID.randomUUID().toString().replace("-", "");
    Map<String, String> texts = TestProfiles.texts();
    texts.put("profiles/city.yaml", CITY_RULES.formatted(tag));
    texts.put("profiles/county.yaml", COUNTY_RULES.formatted(tag, tag, tag));
    SystemWork.run(() -> transaction.executeWithoutResult(s -> load.run(texts)));
    city = cities.create(tag, List.of("section-officer@credit"));
  }

  private Profile of(String region, LocalDate day) {
    return city.as(
        "section-officer@credit", () -> policies.getProfile(city.authorityId(), region, day));
  }

  private Profile of(String department, Inspections inspections) {
    return city.as(
        "section-officer@credit",
        () -> policies.getProfileOf(city.department(department).id(), DAY, inspections));
  }

  @Test
  @Clause("TZ-43")
  void the_countys_rules_bind_its_departments_and_nobody_elses() {
    assertThat(of(City.COUNTY, DAY).id()).isEqualTo(tag + "_county");
    assertThat(of(City.OTHER_COUNTY, DAY).id()).isEqualTo(tag);
    assertThat(of(City.REGION, DAY).id()).isEqualTo(tag);
    assertThat(of("county-credit", Inspections.JOINT).id()).isEqualTo(tag + "_county");
    assertThat(of("other-market", Inspections.JOINT).id()).isEqualTo(tag);
    assertThat(of("credit", Inspections.JOINT).id()).isEqualTo(tag);
  }

  @Test
  @Clause({"TZ-42", "TZ-43"})
  void what_the_county_adds_holds_and_what_differs_from_the_city_does_not() {
    Profile county = of(City.COUNTY, DAY);
    assertThat(county.archive().value().longTerm()).isTrue();
    assertThat(county.archive().clauses()).containsExactly("CY-4");
    assertThat(county.team().value().min()).isEqualTo(3);
    assertThat(county.annualCap().value().max()).isEqualTo(2);
    assertThat(county.annualCap().from()).isEqualTo(tag);
    assertThat(county.displaced())
        .filteredOn(s -> s.profileId().equals(county.id()))
        .extracting(Setting::json)
        .containsExactly("1");
  }

  @Test
  void a_refinement_that_has_not_begun_or_has_ended_leaves_the_citys_rules() {
    assertThat(of(City.COUNTY, LocalDate.of(2026, 1, 31)).id()).isEqualTo(tag);
    assertThat(of(City.COUNTY, LocalDate.of(2026, 2, 1)).id()).isEqualTo(tag + "_county");
    assertThat(of(City.COUNTY, LocalDate.of(2026, 12, 31)).id()).isEqualTo(tag + "_county");
    assertThat(of(City.COUNTY, LocalDate.of(2027, 1, 1)).id()).isEqualTo(tag);
  }

  @Test
  void what_a_department_inspects_alone_follows_the_base_rules_under_a_regulation_on_joint_ones() {
    assertThat(of("credit", Inspections.OWN).id()).isEqualTo("base");
    assertThat(of("county-credit", Inspections.OWN).id()).isEqualTo("base");
    City rushan = cities.create("rushan", List.of("section-officer@credit"));
    assertThat(
            rushan
                .as(
                    "section-officer@credit",
                    () ->
                        policies.getProfileOf(
                            rushan.department("credit").id(), DAY, Inspections.OWN))
                .id())
        .isEqualTo("rushan");
  }

  @Test
  @Clause("TZ-43")
  void wugang_is_bound_by_what_it_forwards_and_other_counties_by_the_city() {
    City pingdingshan = cities.create("pingdingshan", List.of("section-officer@credit"));
    assertThat(in(pingdingshan, "410481").id()).isEqualTo("wugang");
    assertThat(in(pingdingshan, "410403").id()).isEqualTo("pingdingshan");
    assertThat(in(pingdingshan, "410481").targetListImmutable().value()).isTrue();
    City taizhou = cities.create("taizhou", List.of("section-officer@credit"));
    assertThat(in(taizhou, "410481").id()).isEqualTo("taizhou");
  }

  private Profile in(City of, String region) {
    return of.as(
        "section-officer@credit", () -> policies.getProfile(of.authorityId(), region, DAY));
  }
}
