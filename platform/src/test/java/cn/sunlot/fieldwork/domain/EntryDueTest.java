package cn.sunlot.fieldwork.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.policy.TestProfiles;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryDueTest {

  private static final LocalDate PLANNED = LocalDate.of(2026, 3, 10);
  private static final LocalDate WENT = LocalDate.of(2026, 3, 12);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  /** Every day is a working day: what is counted is plain to see. No holidays are known. */
  private static final WorkingDays EVERY_DAY =
      new WorkingDays() {
        @Override
        public DueDate after(LocalDate day, int workingDays) {
          return new DueDate(day.plusDays(workingDays), true);
        }

        @Override
        public boolean isWorking(LocalDate day) {
          return true;
        }

        @Override
        public int between(LocalDate a, LocalDate b) {
          return (int) ChronoUnit.DAYS.between(a, b);
        }
      };

  private static DueDate due(
      String profile, @Nullable LocalDate plannedOn, @Nullable LocalDate visitedOn) {
    return new EntryDue(TestProfiles.get(profile), EVERY_DAY).of(LAST, plannedOn, visitedOn);
  }

  @Test
  void rules_that_count_from_the_inspection_give_their_term_from_the_day_of_the_visit() {
    for (String profile : new String[] {"pingdingshan", "wugang"}) {
      assertThat(due(profile, PLANNED, null)).isEqualTo(new DueDate(PLANNED.plusDays(20), true));
      // Where the record says so, from the day on which the team went.
      assertThat(due(profile, PLANNED, WENT).date()).isEqualTo(WENT.plusDays(20));
      assertThat(due(profile, null, WENT).date()).isEqualTo(WENT.plusDays(20));
    }
  }

  @Test
  void rules_that_count_from_the_task_or_the_result_leave_it_at_the_planned_day() {
    for (String profile : new String[] {"taizhou", "zibo_miit", "shaoxing", "rushan", "base"}) {
      assertThat(due(profile, PLANNED, null)).as(profile).isEqualTo(new DueDate(PLANNED, false));
      assertThat(due(profile, PLANNED, WENT).date()).as(profile).isEqualTo(PLANNED);
    }
  }

  @Test
  void without_a_day_it_is_the_last_one_of_the_visit() {
    assertThat(due("pingdingshan", null, null)).isEqualTo(new DueDate(LAST, false));
    assertThat(due("taizhou", null, null)).isEqualTo(new DueDate(LAST, false));
    assertThat(due("taizhou", null, WENT).date()).isEqualTo(LAST);
  }
}
