package cn.sunlot.results.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.results.domain.DueRules.Facts;
import cn.sunlot.results.domain.VisitDue.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueRulesTest {

  private static final LocalDate VISIT = LocalDate.of(2026, 3, 10);
  private static final LocalDate MADE = LocalDate.of(2026, 3, 12);
  private static final LocalDate TASK = LocalDate.of(2026, 3, 20);

  /** Every day is a working day: what is counted is plain to see. */
  private static final WorkingDays EVERY_DAY =
      new WorkingDays() {
        @Override
        public DueDate after(LocalDate day, int workingDays) {
          return new DueDate(day.plusDays(workingDays), false);
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

  private static @Nullable LocalDate due(String profile, Kind kind, Facts facts) {
    return new DueRules(TestProfiles.get(profile), EVERY_DAY)
        .due(kind, facts)
        .map(DueDate::date)
        .orElse(null);
  }

  private static Facts facts(boolean mobile, @Nullable LocalDate taskEnd) {
    return new Facts(VISIT, MADE, mobile, taskEnd, null, true, true);
  }

  @Test
  void publication_counts_from_what_each_regulation_says() {
    assertThat(due("taizhou", Kind.PUBLICATION, facts(true, null))).isEqualTo(MADE);
    assertThat(due("taizhou", Kind.PUBLICATION, facts(false, null))).isEqualTo(MADE.plusDays(20));
    assertThat(due("pingdingshan", Kind.PUBLICATION, facts(true, TASK)))
        .isEqualTo(VISIT.plusDays(20));
    assertThat(due("wugang", Kind.PUBLICATION, facts(false, null))).isEqualTo(VISIT.plusDays(20));
    assertThat(due("rushan", Kind.PUBLICATION, facts(true, null))).isNull();
    assertThat(due("rushan", Kind.PUBLICATION, facts(true, TASK))).isEqualTo(TASK.plusDays(20));
    assertThat(due("zibo_miit", Kind.PUBLICATION, facts(true, TASK))).isNull();
    Facts reported = new Facts(VISIT, MADE, true, TASK, TASK.plusDays(5), false, false);
    assertThat(due("zibo_miit", Kind.PUBLICATION, reported)).isEqualTo(TASK.plusDays(7));
  }

  @Test
  void leads_and_problems_are_due_where_there_are_some_and_the_rules_name_days() {
    assertThat(due("pingdingshan", Kind.TRANSFER, facts(false, TASK))).isEqualTo(MADE.plusDays(7));
    assertThat(due("taizhou", Kind.TRANSFER, facts(false, TASK))).isNull();
    assertThat(due("taizhou", Kind.FOLLOW_UP, facts(false, TASK))).isEqualTo("2026-06-20");
    Facts clean = new Facts(VISIT, MADE, false, TASK, null, false, false);
    assertThat(due("pingdingshan", Kind.TRANSFER, clean)).isNull();
    assertThat(due("taizhou", Kind.FOLLOW_UP, clean)).isNull();
    assertThat(due("zibo_miit", Kind.ARCHIVE, clean)).isEqualTo(TASK.plusDays(30));
  }

  @Test
  void of_several_days_the_first_holds() {
    var later = new DueDate(TASK, true);
    var first = new DueDate(VISIT, false);
    assertThat(DueRules.strictest(Stream.of(later, first))).contains(first);
    assertThat(DueRules.strictest(Stream.empty())).isEmpty();
  }
}
