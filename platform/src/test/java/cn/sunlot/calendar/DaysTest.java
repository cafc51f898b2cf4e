package cn.sunlot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.calendar.domain.Days;
import cn.sunlot.calendar.domain.Days.Kind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counting without a table: the plain week and the provisional years. */
class DaysTest {

  private final Days nothingKnown = new Days(Map.of(), Set.of());
  private final Days plain2026 = new Days(Map.of(), Set.of(2026));

  @Test
  void the_day_itself_does_not_count_even_where_it_is_free() {
    LocalDate friday = LocalDate.of(2026, 11, 20);
    assertThat(plain2026.after(friday, 1).date()).isEqualTo("2026-11-23");
    assertThat(plain2026.after(friday.plusDays(1), 1).date()).isEqualTo("2026-11-23");
    assertThat(plain2026.after(friday, 0).date()).isEqualTo(friday);
    assertThatThrownBy(() -> plain2026.after(friday, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void between_counts_what_after_has_counted_in_both_directions() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    for (int n = 0; n < 300; n++) {
      LocalDate due = plain2026.after(day, n).date();
      assertThat(plain2026.between(day, due)).isEqualTo(n);
      assertThat(plain2026.between(due, day)).isEqualTo(-n);
    }
  }

  @Test
  void an_unknown_year_has_weekends_and_the_fixed_holidays_and_is_provisional() {
    assertThat(nothingKnown.isWorking(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(nothingKnown.isWorking(LocalDate.of(2028, 5, 1))).isFalse();
    assertThat(nothingKnown.isWorking(LocalDate.of(2029, 10, 1))).isFalse();
    assertThat(nothingKnown.isWorking(LocalDate.of(2029, 10, 2))).isFalse();
    assertThat(nothingKnown.isWorking(LocalDate.of(2029, 10, 3))).isFalse();
    assertThat(nothingKnown.isWorking(LocalDate.of(2029, 10, 4))).isTrue();
    assertThat(nothingKnown.isProvisional(LocalDate.of(2027, 1, 4))).isTrue();
    assertThat(plain2026.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
  }

  @Test
  void a_day_entered_by_hand_holds_although_the_rest_of_its_year_is_provisional() {
    LocalDate newYear = LocalDate.of(2027, 1, 1);
    Days one = new Days(Map.of(newYear.plusDays(1), Kind.WORKING), Set.of());
    assertThat(one.isWorking(newYear.plusDays(1))).isTrue();
    assertThat(one.isProvisional(newYear.plusDays(1))).isTrue();
  }
}
