package cn.sunlot.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two contents become one, and come apart again. */
class ContentFieldsTest {

  private static final TargetContent SURVIVOR =
      new TargetContent(
          "阳光机械有限公司",
          "enterprise",
          "370303",
          "人民路 1 号",
          "B",
          List.of("environment"),
          "王小明",
          null,
          Map.of());
  private static final TargetContent ABSORBED =
      new TargetContent(
          "阳光机械厂",
          "enterprise",
          "370303",
          "人民路 2 号",
          "A",
          List.of("dishonesty"),
          "李阳",
          "13300000000",
          Map.of("capacity", "12"));

  @Test
  void the_survivor_keeps_its_values_but_for_those_that_were_chosen() {
    TargetContent both =
        ContentFields.merge(SURVIVOR, ABSORBED, Set.of("contact", "address", "details.capacity"));
    assertThat(both.name()).isEqualTo("阳光机械有限公司");
    assertThat(both.address()).isEqualTo("人民路 2 号");
    assertThat(both.contact()).isEqualTo("13300000000");
    assertThat(both.details()).containsExactly(Map.entry("capacity", "12"));
    assertThat(both.riskClass()).isEqualTo("B");
  }

  @Test
  void tags_are_united() {
    assertThat(ContentFields.merge(SURVIVOR, ABSORBED, Set.of()).tags())
        .containsExactly("dishonesty", "environment");
  }

  @Test
  void what_nobody_changed_since_is_as_it_was_before() {
    TargetContent both = ContentFields.merge(SURVIVOR, ABSORBED, Set.of("contact", "address"));
    assertThat(ContentFields.restore(both, SURVIVOR.differences(both))).isEqualTo(SURVIVOR);
  }

  @Test
  void what_somebody_changed_since_stays() {
    TargetContent both = ContentFields.merge(SURVIVOR, ABSORBED, Set.of("address"));
    TargetContent since =
        new TargetContent(
            both.name(),
            both.kind(),
            both.regionCode(),
            "新址",
            both.riskClass(),
            List.of("dishonesty", "environment", "exempt"),
            both.responsiblePerson(),
            both.contact());
    TargetContent restored = ContentFields.restore(since, SURVIVOR.differences(both));
    assertThat(restored.address()).isEqualTo("新址");
    assertThat(restored.tags()).containsExactly("environment", "exempt");
  }
}
