package cn.sunlot.planning;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;

import cn.sunlot.Bureau;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.planning.usecase.ApprovePlan;
import cn.sunlot.planning.usecase.ChangePlanDraft;
import cn.sunlot.planning.usecase.CreatePlan;
import cn.sunlot.planning.usecase.PublishPlan;
import cn.sunlot.planning.usecase.SubmitPlan;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans for tests, made by the commands that people give. */
@Component
public class YearlyPlans {

  private final CreatePlan create;
  private final ChangePlanDraft changeDraft;
  private final SubmitPlan submit;
  private final ApprovePlan approve;
  private final PublishPlan publish;
  private final DSLContext database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  YearlyPlans(
      CreatePlan create,
      ChangePlanDraft changeDraft,
      SubmitPlan submit,
      ApprovePlan approve,
      PublishPlan publish,
      DSLContext database,
      TransactionTemplate transaction,
      Clock clock) {
    this.create = create;
    this.changeDraft = changeDraft;
    this.submit = submit;
    this.approve = approve;
    this.publish = publish;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Adds this many enterprises of a risk class to the registry of the bureau. */
  public void addTargets(Bureau bureau, String riskClass, int number) {
    addTargets(bureau, bureau.region(), riskClass, number);
  }

  /** Adds enterprises of a region, with these tags. */
  public void addTargets(
      Bureau bureau, String region, String riskClass, int number, String... tags) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  for (int i = 0; i < number; i++) {
                    UUID id = Ids.next();
                    database
                        .insertInto(TARGET)
                        .set(TARGET.ID, id)
                        .set(TARGET.AUTHORITY_ID, bureau.authorityId())
                        .set(TARGET.UNIT_ID, "T:" + id)
                        .set(TARGET.NAME, "企业 " + riskClass + i)
                        .set(TARGET.KIND, "enterprise")
                        .set(TARGET.REGION_CODE, region)
                        .set(TARGET.RISK_CLASS, riskClass)
                        .set(TARGET.TAGS, tags)
                        .set(TARGET.CREATED_AT, clock.instant())
                        .set(TARGET.UPDATED_AT, clock.instant())
                        .execute();
                  }
                }));
  }

  /**
   * A line over all enterprises, from March to November 2026, carried out by the officer's section.
   */
  public static Line line(
      Bureau bureau, String title, UUID itemVersionId, Map<String, Integer> bp) {
    return new Line(
        Ids.next(),
        title,
        "节能监察",
        List.of(itemVersionId),
        new TargetFilter(Set.of("enterprise"), Set.of(), Set.of(), Set.of()),
        Rates.of(bp),
        1,
        new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 11, 30)),
        bureau.person("officer").departmentId(),
        "示范市工业和信息化局",
        null);
  }

  /** The same line with these participants, drawn and inspected like this. */
  public static Line arranged(Line line, List<UUID> participants, Handling handling) {
    return new Line(
        line.id(),
        line.title(),
        line.category(),
        line.itemVersionIds(),
        line.filter(),
        line.rates(),
        line.timesPerYear(),
        line.period(),
        line.executingId(),
        line.body(),
        new Arrangement(participants, handling, Weights.NONE, Set.of(), null, "", 2),
        line.planned());
  }

  /** The same line about enterprises of these regions, in these numbers and days, like this. */
  public static Line with(
      Line line, Set<String> regions, Rates rates, String from, String to, Arrangement how) {
    return new Line(
        line.id(),
        line.title(),
        line.category(),
        line.itemVersionIds(),
        new TargetFilter(Set.of("enterprise"), regions, Set.of(), Set.of()),
        rates,
        line.timesPerYear(),
        new Period(LocalDate.parse(from), LocalDate.parse(to)),
        line.executingId(),
        line.body(),
        how,
        null);
  }

  /** A draft of the officer's section. */
  public Plan draft(Bureau bureau, Line... lines) {
    return bureau.as(
        "officer",
        () -> {
          Plan plan = create.run(bureau.person("officer").departmentId(), 2026, "2026 年度双随机抽查计划");
          return changeDraft.run(plan.id(), seen(plan), plan.current().title(), List.of(lines));
        });
  }

  public Plan submitted(Bureau bureau, Plan draft) {
    return bureau.as("officer", () -> submit.run(draft.id(), seen(draft)));
  }

  public Plan approved(Bureau bureau, Plan draft) {
    return approvedNow(bureau, submitted(bureau, draft));
  }

  /** One that was submitted, approved by the principal. */
  public Plan approvedNow(Bureau bureau, Plan submitted) {
    return bureau.as("principal", () -> approve.run(submitted.id(), seen(submitted)));
  }

  public Plan published(Bureau bureau, Plan draft) {
    return publishedNow(bureau, approved(bureau, draft));
  }

  /** One that was approved. */
  public Plan publishedNow(Bureau bureau, Plan approved) {
    return bureau.as("officer", () -> publish.run(approved.id(), seen(approved)));
  }

  static IfMatch seen(Plan plan) {
    return new IfMatch(plan.version());
  }
}
