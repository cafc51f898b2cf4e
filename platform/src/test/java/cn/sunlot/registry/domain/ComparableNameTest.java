package cn.sunlot.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways of writing one name. */
class ComparableNameTest {

  private static final String ZHANGDIAN = "370303";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "阳光机械有限公司",
        "阳光机械有限责任公司",
        "淄博阳光机械有限公司",
        "淄博市张店区阳光机械有限公司",
        "山东省淄博市阳光机械有限公司",
        "阳 光 机 械 有限公司",
        "（阳光）机械有限公司",
        "(阳光)机械·有限公司",
      })
  void one_name_however_it_is_written(String written) {
    assertThat(ComparableName.of(written, ZHANGDIAN)).isEqualTo("阳光机械有限公司");
  }

  @Test
  void letters_and_digits_of_any_width_are_the_same() {
    assertThat(ComparableName.of("ＡＢＣ１２３科技", ZHANGDIAN)).isEqualTo("abc123科技");
  }

  @Test
  void another_region_or_legal_form_is_another_name() {
    assertThat(ComparableName.of("济南阳光机械有限公司", ZHANGDIAN)).isNotEqualTo("阳光机械有限公司");
    assertThat(ComparableName.of("阳光机械厂", ZHANGDIAN)).isNotEqualTo("阳光机械有限公司");
    assertThat(ComparableName.of("阳光机械股份有限公司", ZHANGDIAN)).isNotEqualTo("阳光机械有限公司");
  }

  @Test
  void a_name_that_is_only_a_region_stays() {
    assertThat(ComparableName.of("张店", ZHANGDIAN)).isEqualTo("张店");
  }

  @Test
  void an_address_is_compared_without_its_region() {
    assertThat(ComparableName.ofAddress("山东省淄博市张店区人民路 1 号", ZHANGDIAN))
        .isEqualTo(ComparableName.ofAddress("张店区人民路１号", ZHANGDIAN))
        .isEqualTo("人民路1号");
  }

  @Test
  void others_are_looked_for_by_what_is_left_without_region_and_legal_form() {
    assertThat(ComparableName.words("淄博阳光（机械）有限公司", ZHANGDIAN)).isEqualTo("阳光 机械");
  }
}
