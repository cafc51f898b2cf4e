package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.PLAN;
import static cn.sunlot.planning.store.jooq.Tables.PLAN_VERSION;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Decision;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Plan.Basis;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.domain.PlanVersion.Trace;
import cn.sunlot.planning.store.jooq.tables.records.PlanRecord;
import cn.sunlot.planning.store.jooq.tables.records.PlanVersionRecord;
import cn.sunlot.policy.JointApprover;
import java.util.List;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A plan and its versions as rows. */
final class PlanRow {

  private PlanRow() {}

  static PlanRecord write(Plan plan) {
    AdHocGround adHoc = plan.basis().adHoc();
    var row = new PlanRecord();
    row.setId(plan.id());
    row.setAuthorityId(plan.authorityId());
    row.setDepartmentId(plan.departmentId());
    row.setNumber(plan.number());
    row.setYear(plan.year());
    row.setVersion(plan.version());
    row.setCurrentId(plan.current().id());
    row.setKind(Lifecycle.wireName(plan.kind()));
    row.set(PLAN.REGION, plan.basis().region());
    row.set(PLAN.GROUND, adHoc == null ? null : Lifecycle.wireName(adHoc.kind()));
    row.set(PLAN.GROUND_TEXT, adHoc == null ? null : adHoc.text());
    row.set(PLAN.DOCUMENT_NUMBER, adHoc == null ? null : adHoc.documentNumber());
    row.set(PLAN.DOCUMENT_DAY, adHoc == null ? null : adHoc.documentDay());
    return row;
  }

  /** Everything but when it was changed. */
  static PlanVersionRecord write(Plan plan, PlanVersion version) {
    Trace trace = version.trace();
    Decision decision = trace.decision();
    var row = new PlanVersionRecord();
    row.setId(version.id());
    row.setPlanId(plan.id());
    row.setAuthorityId(plan.authorityId());
    row.setDepartmentId(plan.departmentId());
    row.setNumber(version.number());
    row.setState(Lifecycle.wireName(version.state()));
    row.setTitle(version.title());
    row.setReason(version.reason());
    row.setSentBack(trace.sentBack());
    row.setDraftedBy(trace.draftedBy());
    row.setApprovedBy(trace.approvedBy());
    row.setApprovedAt(trace.approvedAt());
    row.setPublishedAt(trace.publishedAt());
    row.set(PLAN_VERSION.DECIDED_BY, decision == null ? null : Lifecycle.wireName(decision.by()));
    row.set(PLAN_VERSION.DECIDED_ON, decision == null ? null : decision.on());
    row.set(PLAN_VERSION.DECISION_NUMBER, decision == null ? null : decision.documentNumber());
    return row;
  }

  static Plan read(Record r, PlanVersion current) {
    return new Plan(
        r.get(PLAN.ID),
        r.get(PLAN.AUTHORITY_ID),
        r.get(PLAN.DEPARTMENT_ID),
        r.get(PLAN.NUMBER),
        r.get(PLAN.YEAR),
        r.get(PLAN.VERSION),
        new Basis(Lifecycle.parse(PlanKind.class, r.get(PLAN.KIND)), r.get(PLAN.REGION), adHoc(r)),
        current);
  }

  private static @Nullable AdHocGround adHoc(Record r) {
    String ground = r.get(PLAN.GROUND);
    return ground == null
        ? null
        : new AdHocGround(
            Lifecycle.parse(AdHocGround.Kind.class, ground),
            r.get(PLAN.GROUND_TEXT),
            r.get(PLAN.DOCUMENT_NUMBER),
            r.get(PLAN.DOCUMENT_DAY));
  }

  static PlanVersion read(PlanVersionRecord r, List<Line> lines) {
    return new PlanVersion(
        r.getId(),
        r.getNumber(),
        Lifecycle.parse(PlanState.class, r.getState()),
        r.getTitle(),
        lines,
        r.getReason(),
        new Trace(
            r.getDraftedBy(),
            r.getSentBack(),
            r.getApprovedBy(),
            r.getApprovedAt(),
            r.getPublishedAt(),
            decision(r)));
  }

  private static @Nullable Decision decision(PlanVersionRecord r) {
    String by = r.get(PLAN_VERSION.DECIDED_BY);
    return by == null
        ? null
        : new Decision(
            Lifecycle.parse(JointApprover.class, by),
            r.get(PLAN_VERSION.DECIDED_ON),
            r.get(PLAN_VERSION.DECISION_NUMBER));
  }
}
