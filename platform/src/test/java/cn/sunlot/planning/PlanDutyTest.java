package cn.sunlot.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.PlanDuties.Duty;
import cn.sunlot.planning.domain.Proposal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What departments owe about the plans of a year: reminded of in time, late where it is late. */
@PlatformTest
class PlanDutyTest {

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private PlanDuties duties;
  @Autowired private List<RecurringWork> works;
  @Autowired private List<TodoSource> todos;

  private JointCityPlans city;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2025, 12, 20));
    city = maker.make("pingdingshan");
    open();
  }

  private void open() {
    works.stream()
        .filter(w -> w.name().equals("open-plan-duties"))
        .forEach(w -> SystemWork.run(w::run));
  }

  private List<Duty> of(Bureau reader, UUID department) {
    return reader.as("officer", () -> duties.listDuties(reader.authorityId(), 2026)).stream()
        .filter(d -> d.departmentId().equals(department))
        .toList();
  }

  private List<Todo> reminders(Bureau bureau, String who) {
    return bureau.as(
        who,
        () ->
            todos.stream()
                .flatMap(source -> source.todo(bureau.signedIn(who)).stream())
                .filter(t -> t.kind().startsWith("duty-"))
                .toList());
  }

  @Test
  @Clause("PDS-7")
  void members_hand_in_by_the_end_of_january_and_the_office_publishes_by_the_end_of_february() {
    assertThat(of(city.emergency(), city.emergency().root().id()))
        .extracting(Duty::duty, Duty::due, Duty::done)
        .containsExactly(tuple("propose", LocalDate.of(2026, 1, 31), null));
    assertThat(of(city.market(), city.market().root().id()))
        .extracting(Duty::duty, Duty::due)
        .contains(tuple("publish-joint-plan", LocalDate.of(2026, 2, 28)));
    // Ecology is no member of the joint conference.
    assertThat(of(city.ecology(), city.ecology().root().id())).isEmpty();
  }

  @Test
  @Clause("PDS-7")
  void who_has_not_handed_in_is_reminded_from_four_weeks_before_and_not_any_more_afterwards() {
    assertThat(reminders(city.emergency(), "officer")).isEmpty();
    clock.set(LocalDate.of(2026, 1, 5));
    assertThat(reminders(city.emergency(), "officer"))
        .extracting(Todo::kind, Todo::due, Todo::link)
        .containsExactly(tuple("duty-propose", LocalDate.of(2026, 1, 31), "/proposals?year=2026"));
    maker.agreed(city, "危化品经营", city.market());
    assertThat(reminders(city.emergency(), "officer")).isEmpty();
    assertThat(of(city.emergency(), city.emergency().root().id()))
        .extracting(Duty::done, Duty::doneBy)
        .containsExactly(tuple(LocalDate.of(2026, 1, 5), "J-2026-0001"));
  }

  @Test
  @Clause("PDS-7")
  void late_is_taken_and_stays_a_fact() {
    clock.set(LocalDate.of(2026, 2, 20));
    Proposal late = maker.agreed(city, "危化品经营", city.market());
    clock.set(LocalDate.of(2026, 3, 9));
    assertThat(reminders(city.market(), "conference"))
        .extracting(Todo::kind, Todo::due)
        .contains(tuple("duty-publish-joint-plan", LocalDate.of(2026, 2, 28)));
    maker.published(city, maker.plan(city, late));
    open();
    assertThat(of(city.market(), city.market().root().id()))
        .extracting(Duty::duty, Duty::done)
        .contains(tuple("publish-joint-plan", LocalDate.of(2026, 3, 9)));
    assertThat(of(city.emergency(), city.emergency().root().id()))
        .extracting(Duty::done)
        .containsExactly(LocalDate.of(2026, 2, 20));
  }
}
