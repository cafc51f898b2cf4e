package cn.sunlot.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.registry.domain.UnitId.Doubt;
import cn.sunlot.registry.domain.UnitId.Refusal;
import org.junit.jupiter.api.Test;

/** Credit codes, old numbers, and numbers of other registries (ZB-6). */
class UnitIdTest {

  private static String value(String text) {
    return UnitId.read(text).id().orElseThrow().value();
  }

  @Test
  void a_number_with_its_registry_may_be_as_long_as_a_credit_code() {
    assertThat("lift:3703031234567").hasSize(18);
    assertThat(value("lift:3703031234567")).isEqualTo("lift:3703031234567");
    assertThat(value("Lift：370303123456a")).isEqualTo("lift:370303123456A");
  }

  @Test
  void eighteen_characters_without_one_are_a_credit_code_or_nothing() {
    assertThat(UnitId.read("LIFT37030312345678").refusal()).contains(Refusal.SHAPE);
    assertThat(UnitId.read("110105194912310023").refusal()).contains(Refusal.PERSON);
  }

  @Test
  void fifteen_digits_are_an_old_number_of_the_registry() {
    UnitId id = UnitId.read("370303228012345").id().orElseThrow();
    assertThat(id.value()).isEqualTo("regno:370303228012345");
    assertThat(id.doubt()).isEqualTo(Doubt.OLD_NUMBER);
  }
}
