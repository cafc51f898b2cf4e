package cn.sunlot.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionsTest {

  @Test
  void a_city_has_its_own_districts_and_no_others() {
    assertThat(Regions.listWithin("370300"))
        .containsEntry("370300", "淄博市")
        .containsEntry("370303", "张店区")
        .doesNotContainKey("370102");
  }

  @Test
  void a_province_has_its_cities_and_their_districts() {
    assertThat(Regions.listWithin("370000"))
        .containsKeys("370000", "370100", "370303")
        .doesNotContainKey("320100");
  }

  @Test
  void a_county_has_itself_only() {
    assertThat(Regions.listWithin("370321")).containsOnlyKeys("370321");
  }

  @Test
  void a_code_that_is_no_division_has_none() {
    assertThat(Regions.listWithin("999900")).isEmpty();
    assertThat(Regions.listWithin("")).isEmpty();
  }
}
