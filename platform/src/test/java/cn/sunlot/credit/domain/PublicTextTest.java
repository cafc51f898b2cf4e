package cn.sunlot.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicTextTest {

  @ParameterizedTest
  @CsvSource({
    "经营者 37030319800101123X 未年报, 经营者 *** 未年报",
    "电话13853312345无人接听, 电话***无人接听",
    "拨打 138-5331-2345 和 +86 13853312345, 拨打 *** 和 ***",
    "座机 0533-2345678 停机, 座机 *** 停机",
    "座机 010-62345678 停机, 座机 *** 停机",
    "未按规定期限公示 2025 年度报告, 未按规定期限公示 2025 年度报告",
    "91370303MA3C8K2X5P 的公示信息不实, 91370303MA3C8K2X5P 的公示信息不实",
    "示市监罚〔2026〕20260301001号, 示市监罚〔2026〕20260301001号",
    "注册号 370303600012345, 注册号 370303600012345"
  })
  void numbers_that_lead_to_a_person_are_struck_out_and_others_stay(String text, String shown) {
    assertThat(PublicText.of(text)).isEqualTo(shown);
  }
}
