package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that come every year. */
class YearDayTest {

  @Test
  void a_day_is_the_same_every_year_and_the_end_of_february_is_not() {
    assertThat(YearDay.parse("01-31")).isEqualTo(new YearDay(Month.JANUARY, 31));
    assertThat(YearDay.parse("01-31").in(2026)).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(YearDay.parse("end-of-february").in(2026)).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(YearDay.parse("end-of-february").in(2028)).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(YearDay.parse("end-of-december").in(2026)).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"02-30", "02-29", "13-01", "1-31", "end-of-year", "january", ""})
  void what_not_every_year_has_is_refused(String text) {
    assertThatThrownBy(() -> YearDay.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
