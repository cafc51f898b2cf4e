package cn.sunlot.burden.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.burden.domain.DepartmentCeilings;
import cn.sunlot.burden.domain.PublishedCeiling;
import cn.sunlot.burden.store.CeilingStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the ceiling of inspections that the own department made public for a year (N-1). It takes
 * the place of an earlier one of the same year and class from now on.
 */
@Component
@Transactional
public class PublishCeiling {

  /**
   * What was made public.
   *
   * @param riskClass of the targets it is for, or "" for every class that has none of its own
   * @param document where it was made public
   */
  public record Order(int year, String riskClass, int max, String document, LocalDate day) {}

  private final CeilingStore store;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;

  PublishCeiling(CeilingStore store, Organisation organisation, AuditLog audit, Clock clock) {
    this.store = store;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Enters it.
   *
   * @throws Refused if a value does not fit
   */
  public void run(Order order) {
    check(order);
    SignedIn person = SignedIn.get();
    var department = StandingCeilings.head(organisation.listBody(person.departmentId()));
    store.add(
        new PublishedCeiling(
            Ids.next(),
            person.authorityId(),
            department.id(),
            order.year(),
            order.riskClass(),
            order.max(),
            order.document().strip(),
            order.day(),
            person.personId(),
            clock.instant()));
    audit.record(
        "ceiling-published",
        department.name(),
        Map.of(
            "year", order.year(),
            "riskClass", order.riskClass(),
            "max", order.max(),
            "document", order.document().strip(),
            "day", order.day().toString()));
  }

  private void check(Order order) {
    LocalDate today = LocalDate.now(clock);
    List<WrongValue> wrong = new ArrayList<>();
    if (Math.abs(order.year() - today.getYear()) > 1) {
      wrong.add(WrongValue.of("year", String.valueOf(order.year()), "burden.field.year"));
    }
    if (!PublishedCeiling.CLASSES.contains(order.riskClass())) {
      wrong.add(WrongValue.of("riskClass", order.riskClass(), "burden.field.risk-class"));
    }
    if (order.max() < 0 || order.max() > PublishedCeiling.MOST) {
      wrong.add(WrongValue.of("max", String.valueOf(order.max()), "burden.field.max"));
    }
    if (order.document().isBlank()) {
      wrong.add(WrongValue.of("document", "", "burden.field.document"));
    }
    if (order.day().isAfter(today)) {
      wrong.add(WrongValue.of("day", order.day().toString(), "burden.field.day"));
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size())
          .by(DepartmentCeilings.CLAUSES)
          .naming(wrong);
    }
  }
}
