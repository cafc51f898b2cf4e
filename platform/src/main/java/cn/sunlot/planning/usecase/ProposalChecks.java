package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.PlanWords;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalRules;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the rules of joint inspections, and refuses by the profile that binds the authority. */
@Component
class ProposalChecks {

  private final PlanChecks checks;
  private final Organisation organisation;
  private final RulesOfPlans rules;
  private final Clock clock;

  ProposalChecks(PlanChecks checks, Organisation organisation, RulesOfPlans rules, Clock clock) {
    this.checks = checks;
    this.organisation = organisation;
    this.rules = rules;
    this.clock = clock;
  }

  /** Refuses a lead that has no joint inspections: one bureau alone has no joint conference. */
  Department demandJoint(UUID departmentId, String what) {
    Department lead = organisation.getBody(departmentId);
    Profile profile = rules.get(lead.id());
    boolean city = organisation.getAuthority(lead.authorityId()).kind().equals("city");
    if (!city || profile.singleBureau().value() || lead.region() == null) {
      throw Refused.because(
              PlanningProblem.NO_JOINT_PLAN, what, organisation.getBody(departmentId).name())
          .by(profile.singleBureau().clauses());
    }
    return lead;
  }

  /** Refuses a ground on which the rules know no inspection beside the plan (TZ-17, PDS-8). */
  void demandGround(UUID leadId, AdHocGround ground) {
    Profile profile = rules.get(leadId);
    Set<AdHocGround.Kind> allowed =
        AdHocGround.allowed(profile.adHoc().value(), profile.plan().value());
    if (!allowed.contains(ground.kind())) {
      throw Refused.because(
              PlanningProblem.GROUND_NOT_ALLOWED, PlanWords.of("ground", ground.kind()))
          .by(profile.adHoc().clauses())
          .by(profile.plan().clauses());
    }
  }

  /** What even a draft must keep to. */
  void says(Department lead, int year, Line line, String focus, @Nullable AdHocGround adHoc) {
    Set<UUID> leading =
        organisation.listBody(lead.id()).stream().map(Department::id).collect(Collectors.toSet());
    refuse(ProposalRules.wrong(line, focus, adHoc, leading), lead.id());
    checks.joint(lead.authorityId(), year, line);
  }

  /** What participants are asked on. */
  void complete(Proposal proposal) {
    var origin = proposal.origin();
    if (origin.adHoc() != null) {
      demandGround(origin.leadId(), origin.adHoc());
    }
    says(
        organisation.getDepartment(origin.leadId()),
        origin.year(),
        proposal.line(),
        proposal.focus(),
        origin.adHoc());
  }

  void demandUntil(UUID leadId, @Nullable LocalDate until) {
    refuse(ProposalRules.wrong(until, LocalDate.now(clock)), leadId);
  }

  private void refuse(List<WrongValue> wrong, UUID leadId) {
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size())
          .by(rules.get(leadId).plan().clauses())
          .naming(wrong);
    }
  }
}
