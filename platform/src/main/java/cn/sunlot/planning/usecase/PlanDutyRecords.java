package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Conference;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.NothingProposed;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanDuty;
import cn.sunlot.planning.domain.PlanDuty.Kind;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.store.DutyStore;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.PlanRules;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps what departments owe about the plans of a year, by the days of the profile, and when they
 * did it (PDS-7, SX-4.1, RS-2.4). Late is taken and shows as late.
 */
@Component
class PlanDutyRecords {

  private final DutyStore store;
  private final Organisation organisation;
  private final RulesOfPlans rules;
  private final WholeView view;
  private final Clock clock;

  PlanDutyRecords(
      DutyStore store, Organisation organisation, RulesOfPlans rules, WholeView view, Clock clock) {
    this.store = store;
    this.organisation = organisation;
    this.rules = rules;
    this.view = view;
    this.clock = clock;
  }

  /** A lead has handed a proposal to the office. */
  void proposed(Proposal proposal, LocalDate on) {
    done(
        proposal.origin().leadId(),
        proposal.origin().year(),
        Kind.PROPOSE,
        on,
        proposal.origin().number());
  }

  /** A department has said that it has none to hand in. */
  void nothingToPropose(NothingProposed declared, LocalDate on) {
    done(declared.departmentId(), declared.year(), Kind.PROPOSE, on, NothingProposed.DONE_BY);
  }

  void published(Plan plan, LocalDate on) {
    done(plan.departmentId(), plan.year(), Kind.PUBLISH_JOINT_PLAN, on, plan.number());
  }

  /** A department has filed its own plan. */
  void filed(Plan plan, LocalDate on) {
    UUID body = organisation.getBody(plan.departmentId()).id();
    done(body, plan.year(), Kind.FILE_OWN_PLAN, on, plan.number());
  }

  private void done(UUID departmentId, int year, Kind kind, LocalDate on, String by) {
    view.run(
        () -> {
          Department body = organisation.getDepartment(departmentId);
          keep(body.authorityId(), year, body, kind);
          store.done(departmentId, year, kind, on, by);
        });
  }

  /**
   * Opens all duties of a joint conference for the plans of a year; those that are there stay. What
   * was due before the platform knew of it is nobody's debt.
   */
  void open(UUID authorityId, Conference conference, int year) {
    for (UUID member : conference.members()) {
      Department body = organisation.getDepartment(member);
      open(authorityId, year, body, Kind.PROPOSE);
      open(authorityId, year, body, Kind.FILE_OWN_PLAN);
    }
    if (conference.office() != null) {
      Department office = organisation.getDepartment(conference.office());
      open(authorityId, year, office, Kind.PUBLISH_JOINT_PLAN);
    }
  }

  private void open(UUID authorityId, int year, Department body, Kind kind) {
    LocalDate today = LocalDate.now(clock);
    if (due(body.id(), year, kind).filter(due -> !due.isBefore(today)).isPresent()) {
      keep(authorityId, year, body, kind);
    }
  }

  private void keep(UUID authorityId, int year, Department body, Kind kind) {
    due(body.id(), year, kind)
        .ifPresent(
            due ->
                store.keep(
                    new PlanDuty(
                        Ids.next(),
                        authorityId,
                        body.id(),
                        Objects.requireNonNullElse(body.region(), ""),
                        year,
                        kind,
                        due,
                        null,
                        null)));
  }

  /** The last day of a duty for the plans of a year, where the rules set one. */
  Optional<LocalDate> due(UUID departmentId, int year, Kind kind) {
    return rules
        .find(departmentId, kind == Kind.FILE_OWN_PLAN ? Inspections.OWN : Inspections.JOINT)
        .map(Profile::plan)
        .flatMap(
            rule -> {
              PlanRules plan = rule.value();
              return switch (kind) {
                case PROPOSE -> plan.submitBy(year);
                case PUBLISH_JOINT_PLAN -> plan.publishBy(year);
                case FILE_OWN_PLAN -> plan.ownFileBy(year);
              };
            });
  }
}
