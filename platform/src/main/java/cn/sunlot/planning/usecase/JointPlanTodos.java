package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanDuty;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.DutyStore;
import cn.sunlot.planning.store.PlanSearch;
import cn.sunlot.planning.store.ProposalSearch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What proposals and joint plans wait for, and what is owed about the plans of a year, from four
 * weeks before its last day (PDS-7, RS-2.4).
 */
@Component
@Transactional(readOnly = true)
class JointPlanTodos implements TodoSource {

  private final ProposalSearch proposals;
  private final PlanSearch plans;
  private final DutyStore duties;
  private final ProposalSides sides;
  private final Organisation organisation;
  private final ProblemTexts texts;
  private final Clock clock;

  JointPlanTodos(
      ProposalSearch proposals,
      PlanSearch plans,
      DutyStore duties,
      ProposalSides sides,
      Organisation organisation,
      ProblemTexts texts,
      Clock clock) {
    this.proposals = proposals;
    this.plans = plans;
    this.duties = duties;
    this.sides = sides;
    this.organisation = organisation;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todos = new ArrayList<>();
    Department body = organisation.getBody(person.departmentId());
    if (person.may(Permission.PLAN_ANSWER)) {
      answers(person, body.id(), todos);
    }
    if (person.may(Permission.PLAN_EDIT)) {
      own(person, todos);
    }
    if (person.may(Permission.PLAN_CONSOLIDATE)) {
      office(person, body, todos);
    }
    if (person.may(Permission.PLAN_EDIT) || person.may(Permission.PLAN_CONSOLIDATE)) {
      owed(body.id(), todos);
    }
    return todos;
  }

  /** What this department was asked and has not answered. */
  private void answers(SignedIn person, UUID body, List<Todo> todos) {
    var asked =
        new ProposalSearch.Filter(null, null, ProposalState.PROPOSED, null, null, body, null);
    proposals.list(person.scope(), asked).stream()
        .filter(p -> p.awaited().stream().anyMatch(a -> a.departmentId().equals(body)))
        .filter(p -> person.handles(body))
        .forEach(p -> todos.add(todo("answer-proposal", p, p.asking().until())));
  }

  /** The lead's next steps. */
  private void own(SignedIn person, List<Todo> todos) {
    LocalDate today = LocalDate.now(clock);
    proposals.listOwn(person.scope(), ProposalState.DRAFT).stream()
        .filter(p -> p.trace().sentBack() != null)
        .forEach(p -> todos.add(todo("correct-proposal", p, null)));
    proposals.listOwn(person.scope(), ProposalState.PROPOSED).stream()
        .filter(
            p ->
                p.awaited().isEmpty() || Objects.requireNonNull(p.asking().until()).isBefore(today))
        .forEach(p -> todos.add(todo("settle-proposal", p, null)));
    proposals.listOwn(person.scope(), ProposalState.AGREED).stream()
        .filter(Proposal::isAdHoc)
        .forEach(p -> todos.add(todo("open-ad-hoc", p, null)));
  }

  /** What waits for the office. */
  private void office(SignedIn person, Department body, List<Todo> todos) {
    var agreed =
        new ProposalSearch.Filter(null, null, ProposalState.AGREED, null, null, null, false);
    proposals.list(person.scope(), agreed).stream()
        .filter(p -> sides.findOffice(p).map(Department::id).filter(person::handles).isPresent())
        .forEach(p -> todos.add(todo("consolidate-proposal", p, null)));
    plan(person, body, PlanState.SUBMITTED, "decide-joint-plan", todos);
    plan(person, body, PlanState.APPROVED, "publish-joint-plan", todos);
  }

  private void plan(
      SignedIn person, Department body, PlanState state, String kind, List<Todo> todos) {
    plans.list(person.scope(), state).stream()
        .filter(Plan::isJoint)
        .filter(p -> p.departmentId().equals(body.id()))
        .forEach(
            p ->
                todos.add(
                    new Todo(
                        kind, p.current().title(), null, false, "/plans/" + p.id(), p.number())));
  }

  private void owed(UUID body, List<Todo> todos) {
    LocalDate today = LocalDate.now(clock);
    for (PlanDuty duty : duties.listOpen(body)) {
      if (duty.isRemindedOf(today)) {
        String kind = Lifecycle.wireName(duty.kind());
        String title =
            texts.text(
                "planning.duty." + kind,
                LocaleContextHolder.getLocale(),
                String.valueOf(duty.year()));
        todos.add(new Todo("duty-" + kind, title, duty.due(), false, link(duty), ""));
      }
    }
  }

  private static String link(PlanDuty duty) {
    return switch (duty.kind()) {
      case PROPOSE -> "/proposals?year=" + duty.year();
      case PUBLISH_JOINT_PLAN -> "/joint-plans/" + duty.year();
      case FILE_OWN_PLAN -> "/plans?year=" + duty.year();
    };
  }

  private static Todo todo(String kind, Proposal proposal, @Nullable LocalDate due) {
    return new Todo(
        kind,
        proposal.line().title(),
        due,
        false,
        "/proposals/" + proposal.id(),
        proposal.origin().number());
  }
}
