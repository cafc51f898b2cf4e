package cn.sunlot.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Role.Reach;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentTreeTest {

  private static final UUID AUTHORITY = id("authority");

  private final List<Department> all =
      List.of(
          body("city", null, "government", "370300", null),
          body("market", "city", "department", "370300", Line.MARKET_SUPERVISION),
          section("credit", "market"),
          section("desk", "credit"),
          section("law", "market"),
          body("emergency", "city", "department", "370300", Line.EMERGENCY),
          body("office", "city", "department", "370300", null),
          body("county-market", "city", "department", "370303", Line.MARKET_SUPERVISION),
          section("county-credit", "county-market"),
          body("county-emergency", "city", "department", "370303", Line.EMERGENCY),
          body("other-market", "city", "department", "370305", Line.MARKET_SUPERVISION));
  private final DepartmentTree tree = new DepartmentTree(all);

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static Department body(
      String name,
      @Nullable String parent,
      String kind,
      @Nullable String region,
      @Nullable Line line) {
    UUID above = parent == null ? null : id(parent);
    return new Department(id(name), AUTHORITY, above, name, kind, region, line, List.of());
  }

  private static Department section(String name, String parent) {
    return body(name, parent, "section", null, null);
  }

  private Set<String> names(Set<UUID> ids) {
    return all.stream()
        .filter(d -> ids.contains(d.id()))
        .map(Department::name)
        .collect(Collectors.toSet());
  }

  private Set<String> seen(String department, Reach reach) {
    return names(tree.seen(id(department), reach));
  }

  private Set<String> handled(String department, Reach reach) {
    return names(tree.handled(id(department), reach));
  }

  @Test
  void a_section_sees_and_handles_itself_and_what_is_inside_it() {
    assertThat(seen("credit", Reach.SECTION)).containsExactlyInAnyOrder("credit", "desk");
    assertThat(handled("credit", Reach.SECTION)).containsExactlyInAnyOrder("credit", "desk");
  }

  @Test
  void whoever_acts_for_the_department_sees_its_line_in_the_counties_and_handles_the_own_one() {
    assertThat(seen("law", Reach.BODY))
        .containsExactlyInAnyOrder(
            "market", "credit", "desk", "law", "county-market", "county-credit", "other-market");
    assertThat(handled("law", Reach.BODY))
        .containsExactlyInAnyOrder("market", "credit", "desk", "law");
  }

  @Test
  void a_post_in_the_department_itself_sees_the_line_below_too() {
    assertThat(seen("market", Reach.SECTION)).contains("county-market", "other-market");
    assertThat(handled("market", Reach.SECTION)).doesNotContain("county-market");
  }

  @Test
  void a_county_sees_neither_its_superior_nor_other_lines_nor_other_counties() {
    assertThat(seen("county-market", Reach.BODY))
        .containsExactlyInAnyOrder("county-market", "county-credit");
  }

  @Test
  void a_department_without_a_line_sees_itself() {
    assertThat(seen("office", Reach.BODY)).containsExactly("office");
  }

  @Test
  void the_office_of_a_joint_conference_sees_all_departments_of_its_region_and_below() {
    assertThat(seen("credit", Reach.REGION))
        .containsExactlyInAnyOrder(
            "market",
            "credit",
            "desk",
            "law",
            "emergency",
            "office",
            "county-market",
            "county-credit",
            "county-emergency",
            "other-market");
    assertThat(seen("county-market", Reach.REGION))
        .containsExactlyInAnyOrder("county-market", "county-credit", "county-emergency");
    assertThat(handled("county-market", Reach.REGION))
        .containsExactlyInAnyOrder("county-market", "county-credit");
  }

  @Test
  void at_the_root_everything_is_seen_and_handled() {
    assertThat(tree.handled(id("city"), Reach.BODY)).hasSize(all.size());
    assertThat(tree.seen(id("city"), Reach.SECTION)).hasSize(all.size());
  }

  @Test
  void the_superior_is_of_the_same_line_one_level_up() {
    assertThat(tree.superior(id("county-credit"))).extracting(Department::name).isEqualTo("market");
    assertThat(tree.superior(id("market"))).isNull();
    assertThat(tree.superior(id("office"))).isNull();
  }
}
