package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Department;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LevelsTest {

  private static final UUID AUTHORITY = Ids.next();

  private final Department city = department(null, "示范市人民政府", "government", "370300", null);
  private final Department market = body("市市场监管局", "370300", Line.MARKET_SUPERVISION);
  private final Department section = department(market.id(), "信用科", "section", null, null);
  private final Department emergency = body("市应急局", "370300", Line.EMERGENCY);
  private final Department county = body("张店区市场监管局", "370303", Line.MARKET_SUPERVISION);
  private final Department countySection = department(county.id(), "信用科", "section", null, null);
  private final Department office = body("市外办", "370300", null);
  private final Levels levels =
      new Levels(List.of(city, market, section, emergency, county, countySection, office));

  private Department body(String name, String region, @Nullable Line line) {
    return department(city.id(), name, "department", region, line);
  }

  private static Department department(
      @Nullable UUID parent,
      String name,
      String kind,
      @Nullable String region,
      @Nullable Line line) {
    return new Department(Ids.next(), AUTHORITY, parent, name, kind, region, line, List.of());
  }

  @Test
  @Clause("TZ-17")
  void departments_of_one_region_are_of_the_same_level_but_never_the_lead_itself() {
    assertThat(levels.listSameLevel(section.id())).containsExactly(office, emergency);
    assertThat(levels.listSameLevel(county.id())).isEmpty();
  }

  @Test
  @Clause({"TZ-19", "PDS-13"})
  void a_list_goes_down_the_line_to_the_county_of_the_place() {
    assertThat(levels.findBelow(section.id(), "370303")).contains(county.id());
    assertThat(levels.findBelow(section.id(), "370303001")).as("a town").contains(county.id());
    assertThat(levels.findBelow(section.id(), "370305")).as("no department there").isEmpty();
    assertThat(levels.findBelow(section.id(), "370300")).as("of the city itself").isEmpty();
    assertThat(levels.findBelow(emergency.id(), "370303")).as("line ends above").isEmpty();
    assertThat(levels.findBelow(office.id(), "370303")).as("no line").isEmpty();
    assertThat(levels.findBelow(county.id(), "370303")).as("at its own level").isEmpty();
  }

  @Test
  void sections_belong_to_the_body_of_their_department() {
    assertThat(levels.areOneBody(section.id(), market.id())).isTrue();
    assertThat(levels.areOneBody(section.id(), countySection.id())).isFalse();
    assertThat(levels.isBelow(countySection.id(), section.id())).isTrue();
    assertThat(levels.isBelow(section.id(), countySection.id())).isFalse();
  }
}
