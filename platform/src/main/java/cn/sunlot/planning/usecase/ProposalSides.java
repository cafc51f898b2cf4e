package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.domain.ProposalCommand.Side;
import cn.sunlot.planning.domain.ProposalLifecycle;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * For whom somebody acts at a proposal: the lead's section, a department that was asked, or the
 * office of the joint conference of the lead's region.
 */
@Component
public class ProposalSides {

  /** Given on the page of the plan. */
  private static final Set<ProposalCommand> ELSEWHERE =
      EnumSet.of(ProposalCommand.TAKE, ProposalCommand.RELEASE);

  private static final Set<ProposalCommand> OF_THE_PLAN =
      EnumSet.of(
          ProposalCommand.MERGE, ProposalCommand.KEEP_APART, ProposalCommand.RETURN_PROPOSAL);

  private final Organisation organisation;

  ProposalSides(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The commands that this person may give now. */
  public List<ProposalCommand> allowed(Proposal proposal, SignedIn person) {
    return ProposalLifecycle.TABLE.allowed(proposal.state()).stream()
        .filter(c -> !ELSEWHERE.contains(c) && fits(c, proposal))
        .filter(c -> person.may(c.permission()) && isOn(proposal, c.side(), person))
        .toList();
  }

  private static boolean fits(ProposalCommand command, Proposal proposal) {
    if (command == ProposalCommand.OPEN_AD_HOC) {
      return proposal.isAdHoc();
    }
    if (command == ProposalCommand.COORDINATE) {
      return proposal.asking().byOffice();
    }
    return !OF_THE_PLAN.contains(command) || !proposal.isAdHoc();
  }

  private boolean isOn(Proposal proposal, Side side, SignedIn person) {
    return switch (side) {
      case LEAD -> person.handles(proposal.origin().departmentId());
      case PARTICIPANT -> findAnswer(proposal, person).isPresent();
      case OFFICE -> findOffice(proposal).map(Department::id).filter(person::handles).isPresent();
    };
  }

  /** The office that coordinates it. */
  public Optional<Department> findOffice(Proposal proposal) {
    return organisation.findConferenceOffice(proposal.origin().leadId());
  }

  /** What the department that this person acts for has answered, if it was asked. */
  public Optional<Answer> findAnswer(Proposal proposal, SignedIn person) {
    UUID body = organisation.getBody(person.departmentId()).id();
    return proposal.answers().stream()
        .filter(a -> a.departmentId().equals(body) && person.handles(body))
        .findFirst();
  }

  /** Refuses a command that is not this person's to give. */
  void demand(Proposal proposal, ProposalCommand command, SignedIn person) {
    if (!isOn(proposal, command.side(), person)) {
      throw refused(proposal, command.side());
    }
    if (!fits(command, proposal)) {
      throw Refused.because(PlanningProblem.NOT_FOR_THIS_PROPOSAL, proposal.origin().number())
          .allowing(allowed(proposal, person));
    }
  }

  private Refused refused(Proposal proposal, Side side) {
    String number = proposal.origin().number();
    return switch (side) {
      case LEAD ->
          Refused.because(
              PlanningProblem.OTHER_SECTION, number, name(proposal.origin().departmentId()));
      case PARTICIPANT ->
          Refused.because(PlanningProblem.NOT_ASKED, number, name(proposal.origin().leadId()));
      case OFFICE ->
          Refused.because(PlanningProblem.NOT_THE_OFFICE, number, demandOffice(proposal).name());
    };
  }

  /** The office, which must have been named. */
  Department demandOffice(Proposal proposal) {
    return findOffice(proposal)
        .orElseThrow(() -> noOffice(proposal.origin().number(), proposal.origin().region()));
  }

  static Refused noOffice(String what, String region) {
    return Refused.because(
        PlanningProblem.NO_CONFERENCE_OFFICE, what, Regions.findName(region).orElse(region));
  }

  private String name(UUID department) {
    return organisation.getDepartment(department).name();
  }
}
