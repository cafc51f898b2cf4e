package cn.sunlot.planning.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A joint inspection that a lead department proposes for the plan of its city or county: one line
 * with those who shall take part, and what they said (TZ-M6). Immutable; changes make a new one.
 *
 * @param version counts changes, for If-Match
 * @param origin whose it is
 * @param line what is inspected, with the participants
 * @param focus what it is about in particular
 * @param asking until when participants answer, and who coordinates
 * @param answers of those who were asked, in the order of the participants
 */
public record Proposal(
    UUID id,
    int version,
    Origin origin,
    ProposalState state,
    Line line,
    String focus,
    Asking asking,
    List<Answer> answers,
    Trace trace) {

  /**
   * Whose it is.
   *
   * @param departmentId the section that drafts it
   * @param leadId the department that leads
   * @param region of the lead, whose joint conference it goes to
   * @param adHoc why it is beside the yearly plan, or null for one of the plan
   */
  public record Origin(
      UUID authorityId,
      UUID departmentId,
      UUID leadId,
      String region,
      String number,
      int year,
      @Nullable AdHocGround adHoc) {}

  /**
   * How participants are asked.
   *
   * @param until last day of the answers, or null in a draft that does not say
   * @param byOffice whether the office coordinates, as it does with many (RS-2.4)
   */
  public record Asking(@Nullable LocalDate until, boolean byOffice) {}

  /**
   * What happened to it.
   *
   * @param proposedAt when participants were asked
   * @param handedOn day on which it reached the office
   * @param sentBack why the office returned it, until it is proposed again
   * @param ended why it was withdrawn, or what was noted when it was merged
   * @param mergedInto the proposal that carries it on
   * @param planId the plan it stands in
   */
  public record Trace(
      UUID draftedBy,
      @Nullable Instant proposedAt,
      @Nullable LocalDate handedOn,
      @Nullable String sentBack,
      @Nullable String ended,
      @Nullable UUID mergedInto,
      @Nullable UUID planId) {

    public static Trace draftedBy(UUID person) {
      return new Trace(person, null, null, null, null, null, null);
    }

    Trace proposed(Instant at) {
      return new Trace(draftedBy, at, null, null, null, null, null);
    }

    Trace handedOn(LocalDate day) {
      return new Trace(
          draftedBy, proposedAt, handedOn == null ? day : handedOn, null, null, null, null);
    }

    Trace sentBack(String why) {
      return new Trace(draftedBy, proposedAt, null, why, null, null, null);
    }

    Trace ended(String why, @Nullable UUID into) {
      return new Trace(draftedBy, proposedAt, handedOn, null, why, into, null);
    }

    Trace in(@Nullable UUID plan) {
      return new Trace(draftedBy, proposedAt, handedOn, null, null, null, plan);
    }
  }

  public Proposal {
    focus = focus.strip();
    answers = List.copyOf(answers);
  }

  /** A draft that says this. */
  public Proposal saying(Line other, String otherFocus, Asking otherAsking) {
    return new Proposal(id, version, origin, state, other, otherFocus, otherAsking, answers, trace);
  }

  /** All participants are asked anew. */
  public Proposal proposed(Asking how, Instant at) {
    return new Proposal(
        id,
        version,
        origin,
        ProposalState.PROPOSED,
        line,
        focus,
        how,
        participants().stream().map(Answer::awaited).toList(),
        trace.proposed(at));
  }

  /** With this answer in place of the participant's earlier one. */
  public Proposal answered(Answer answer) {
    return with(
        state,
        answers.stream()
            .map(a -> a.departmentId().equals(answer.departmentId()) ? answer : a)
            .toList());
  }

  /** Those who agreed take part with their items; the others do not. */
  public Proposal settled(LocalDate today) {
    List<UUID> agreed = agreed().stream().map(Answer::departmentId).toList();
    Set<UUID> items = new LinkedHashSet<>(line.itemVersionIds());
    agreed().forEach(a -> items.addAll(a.itemVersionIds()));
    return new Proposal(
        id,
        version,
        origin,
        ProposalState.AGREED,
        JointLine.with(line, agreed, List.copyOf(items)),
        focus,
        asking,
        answers,
        trace.handedOn(today));
  }

  public Proposal reopened() {
    return to(ProposalState.DRAFT, trace);
  }

  public Proposal returned(String why) {
    return to(ProposalState.DRAFT, trace.sentBack(why));
  }

  public Proposal withdrawn(String why) {
    return to(ProposalState.WITHDRAWN, trace.ended(why, null));
  }

  public Proposal mergedInto(UUID other, String note) {
    return to(ProposalState.MERGED, trace.ended(note, other));
  }

  public Proposal takenInto(UUID plan) {
    return to(ProposalState.TAKEN, trace.in(plan));
  }

  public Proposal released() {
    return to(ProposalState.AGREED, trace.in(null));
  }

  /**
   * What this one says when it carries the other on: its lead and participants take part, its items
   * are inspected as well (TZ-M6).
   */
  public Proposal carrying(Proposal other) {
    List<UUID> participants = new ArrayList<>(participants());
    List<UUID> more = new ArrayList<>(List.of(other.origin.leadId()));
    more.addAll(other.participants());
    more.stream()
        .filter(p -> !p.equals(origin.leadId()) && !participants.contains(p))
        .forEach(participants::add);
    Set<UUID> items = new LinkedHashSet<>(line.itemVersionIds());
    items.addAll(other.line.itemVersionIds());
    return new Proposal(
        id,
        version,
        origin,
        state,
        JointLine.with(line, participants, List.copyOf(items)),
        focus,
        asking,
        answers,
        trace);
  }

  public List<UUID> participants() {
    return JointLine.participants(line);
  }

  public List<Answer> agreed() {
    return in(AnswerState.AGREED);
  }

  public List<Answer> awaited() {
    return in(AnswerState.AWAITED);
  }

  private List<Answer> in(AnswerState wanted) {
    return answers.stream().filter(a -> a.state() == wanted).toList();
  }

  /** Whether it was handed in for the plan, whatever became of it then. */
  public boolean isHandedIn() {
    return switch (state) {
      case PROPOSED, AGREED, TAKEN, MERGED -> true;
      case DRAFT, WITHDRAWN -> false;
    };
  }

  public boolean isAdHoc() {
    return origin.adHoc() != null;
  }

  public Proposal at(int otherVersion) {
    return new Proposal(id, otherVersion, origin, state, line, focus, asking, answers, trace);
  }

  private Proposal to(ProposalState next, Trace other) {
    return new Proposal(id, version, origin, next, line, focus, asking, answers, other);
  }

  private Proposal with(ProposalState next, List<Answer> others) {
    return new Proposal(id, version, origin, next, line, focus, asking, others, trace);
  }
}
