package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.PlanDuty;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens what departments owe about the plans of this year and, once reminders begin, of the next
 * (PDS-7, RS-2.4).
 */
@Component
class OpenPlanDuties implements RecurringWork {

  private final Organisation organisation;
  private final PlanDutyRecords duties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OpenPlanDuties(
      Organisation organisation,
      PlanDutyRecords duties,
      TransactionTemplate transaction,
      Clock clock) {
    this.organisation = organisation;
    this.duties = duties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "open-plan-duties";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    LocalDate today = LocalDate.now(clock);
    // The first day that any rules set is the last of January.
    int next = today.plusDays(PlanDuty.REMINDED_DAYS + 31L).getYear();
    for (Authority authority : organisation.listAuthorities()) {
      transaction.executeWithoutResult(
          status -> {
            for (int year = today.getYear(); year <= next; year++) {
              open(authority, year);
            }
          });
    }
  }

  private void open(Authority authority, int year) {
    organisation.listDepartments(authority.id()).stream()
        .map(Department::region)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(region -> organisation.findConference(authority.id(), region).stream())
        .forEach(conference -> duties.open(authority.id(), conference, year));
  }
}
