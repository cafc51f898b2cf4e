package cn.sunlot.planning.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Conference;
import cn.sunlot.planning.domain.NothingProposed;
import cn.sunlot.planning.store.NothingProposedStore;
import cn.sunlot.planning.store.ProposalSearch;
import cn.sunlot.planning.web.ProposalResponses.Answered;
import cn.sunlot.planning.web.ProposalResponses.Declared;
import cn.sunlot.planning.web.ProposalResponses.MemberAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which members of a joint conference have answered for the plan of a year, and which have not. */
@Component
class MemberAnswers {

  private final ProposalSearch proposals;
  private final NothingProposedStore nothing;
  private final Organisation organisation;

  MemberAnswers(ProposalSearch proposals, NothingProposedStore nothing, Organisation organisation) {
    this.proposals = proposals;
    this.nothing = nothing;
    this.organisation = organisation;
  }

  /** Of all members to the office, to others the own one. */
  List<MemberAnswer> of(SignedIn person, String region, int year) {
    Optional<Conference> conference = organisation.findConference(person.authorityId(), region);
    UUID own = organisation.getBody(person.departmentId()).id();
    boolean acts = conference.map(Conference::office).filter(person::handles).isPresent();
    Map<UUID, List<String>> numbers =
        proposals.list(person.scope(), ProposalSearch.Filter.of(region, year)).stream()
            .filter(p -> !p.isAdHoc() && p.isHandedIn())
            .collect(
                Collectors.groupingBy(
                    p -> p.origin().leadId(),
                    Collectors.mapping(p -> p.origin().number(), Collectors.toList())));
    Map<UUID, NothingProposed> declared =
        nothing.list(person.authorityId(), year).stream()
            .collect(Collectors.toMap(NothingProposed::departmentId, Function.identity()));
    return conference.map(Conference::members).orElse(List.of()).stream()
        .filter(member -> acts || member.equals(own))
        .map(
            member -> answer(member, numbers.getOrDefault(member, List.of()), declared.get(member)))
        .toList();
  }

  /** Whether this is the own department's answer, and still missing. */
  boolean mayDeclare(SignedIn person, MemberAnswer answer) {
    return person.may(Permission.PLAN_EDIT)
        && answer.department().id().equals(organisation.getBody(person.departmentId()).id())
        && answer.state().equals(Lifecycle.wireName(Answered.MISSING));
  }

  private MemberAnswer answer(
      UUID member, List<String> numbers, @Nullable NothingProposed declared) {
    Answered state =
        !numbers.isEmpty()
            ? Answered.PROPOSED
            : declared == null ? Answered.MISSING : Answered.NOTHING;
    return new MemberAnswer(
        new NamedId(member, organisation.getDepartment(member).name()),
        Lifecycle.wireName(state),
        numbers,
        declared == null
            ? null
            : new Declared(declared.personName(), declared.at(), declared.note()));
  }
}
