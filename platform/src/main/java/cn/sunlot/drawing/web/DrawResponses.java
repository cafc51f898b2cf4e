package cn.sunlot.drawing.web;

import cn.sunlot.drawing.DrawProgress;
import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.usecase.RunningDraws.Running;
import cn.sunlot.drawing.usecase.Standings.HeldSlot;
import cn.sunlot.drawing.usecase.Standings.Shortage;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the screens of draws are given. */
final class DrawResponses {

  private DrawResponses() {}

  record DrawRow(
      UUID id,
      String number,
      String drawId,
      @OneOf(Purpose.class) String purpose,
      @OneOf(DrawState.class) String state,
      UUID taskId,
      String taskNumber,
      String taskTitle,
      NamedId department,
      int poolSize,
      int frameSize,
      int drawn,
      Instant preparedAt,
      @Nullable Instant revealBy,
      @Nullable Instant openBy,
      @Nullable Instant drawnAt) {}

  /**
   * How far a draw is that is being made.
   *
   * @param step which of its {@code steps} phases it is in, from 1
   * @param done of {@code total}, which is 0 where nothing is counted
   */
  record DrawRunning(
      @OneOf(DrawProgress.Phase.class) String phase, int step, int steps, long done, long total) {

    static DrawRunning of(Running now) {
      return new DrawRunning(
          Lifecycle.wireName(now.phase()), now.step(), now.steps(), now.done(), now.total());
    }
  }

  /**
   * One draw in full.
   *
   * @param awaited witnesses who were named and have not committed yet
   * @param nextParty name in the draw of the next witness, which a device needs for its commitment
   * @param overdue whether a deadline has passed: the next command makes the draw void
   * @param missing what the record still lacks before it can be closed: {@code witness}, {@code
   *     photo-or-video}, {@code record-sheet} (or all signatures on glass)
   */
  record DrawDetail(
      UUID id,
      int version,
      String number,
      String drawId,
      @OneOf(Purpose.class) String purpose,
      @OneOf(DrawState.class) String state,
      UUID taskId,
      String taskNumber,
      String taskTitle,
      NamedId department,
      ProfileView profile,
      String suite,
      Instant preparedAt,
      NamedId preparedBy,
      PoolView pool,
      WitnessRuleView witnessRule,
      List<PartyView> parties,
      List<AwaitedView> awaited,
      String nextParty,
      List<SourceView> sources,
      @Nullable CommitmentView commitment,
      boolean overdue,
      List<StepView> steps,
      ResultView result,
      List<RoundView> rounds,
      List<AttachmentView> attachments,
      List<String> missing,
      @Nullable ReportView report,
      @Nullable VoidView voided,
      @Nullable NamedId previous,
      @Nullable NamedId successor,
      List<String> allowedCommands) {}

  record ProfileView(String id, String version, String hash) {}

  record PoolView(
      int size, int frame, int excluded, List<StratumView> strata, List<ReasonView> reasons) {}

  /**
   * A stratum.
   *
   * @param probability of each member as {@code quota/size}; null where weights differ
   */
  record StratumView(
      String stratum,
      int size,
      @Nullable Integer rateBp,
      @Nullable Integer count,
      int quota,
      @Nullable String probability) {}

  record ReasonView(String reason, int units) {}

  record WitnessRuleView(
      int min,
      Set<String> kinds,
      boolean open,
      boolean photoOrVideo,
      boolean signedSheet,
      List<String> clauses) {}

  /**
   * A party.
   *
   * @param way {@code platform}, {@code device}, {@code typed}, {@code link}
   * @param nonce once it is open
   * @param supervises whether this party keeps the secret of the chain
   * @param signed whether it has signed the record on glass
   */
  record PartyView(
      String party,
      String kind,
      @Nullable String kindText,
      String name,
      String unit,
      @OneOf(Participant.Way.class) String way,
      String commitment,
      @Nullable String nonce,
      @Nullable Instant revealedAt,
      boolean supervises,
      boolean signed) {}

  /**
   * A witness who commits on an own phone and has not done so.
   *
   * @param linked whether there is a link that works
   */
  record AwaitedView(
      String party,
      String kind,
      @Nullable String kindText,
      String name,
      String unit,
      boolean supervises,
      boolean linked) {}

  /**
   * A witness's link, shown this once.
   *
   * @param code to be typed where the link cannot be scanned
   * @param site address of the public site, if it was set
   * @param port of the public site on this host, where no address was set
   */
  record LinkView(String party, String code, @Nullable String site, @Nullable Integer port) {}

  /**
   * A public source.
   *
   * @param round 0 for the draw, else of a substitute round
   * @param form what its kind needs to know of the value: how many digits or numbers
   * @param value once two people typed the same
   * @param typedBy who typed something so far
   * @param differing whether two people typed different values
   */
  record SourceView(
      int round,
      int position,
      String kind,
      String id,
      String form,
      @Nullable Instant expectedAt,
      @Nullable String value,
      List<String> typedBy,
      boolean differing) {}

  record CommitmentView(
      String hash, String document, Instant at, Instant revealBy, Instant openBy) {}

  /**
   * A step by the type of its entry.
   *
   * @param what the party, or the number of the round
   * @param seq its place in the public log; null until it has one
   * @param entry address of its page on the public site, where that is known
   */
  record StepView(
      String type, String what, Instant at, @Nullable Long seq, @Nullable String entry) {

    StepView(String type, String what, Instant at) {
      this(type, what, at, null, null);
    }
  }

  /**
   * What was drawn.
   *
   * @param visits names of the targets of the visits that have slots, by visit
   */
  record ResultView(
      List<DrawnTarget> targets,
      List<HeldSlot> slots,
      @Nullable Shortage shortage,
      Map<UUID, String> visits) {}

  record RoundView(
      int round, String reason, NamedId approver, Instant requestedAt, @Nullable Instant drawnAt) {}

  record AttachmentView(
      UUID id,
      String kind,
      String name,
      String mediaType,
      long size,
      String sha256,
      @Nullable String party,
      Instant at,
      NamedId by) {}

  record ReportView(
      NamedId department,
      Instant at,
      @Nullable Instant acknowledgedAt,
      @Nullable NamedId acknowledgedBy) {}

  record VoidView(
      @OneOf(VoidCause.class) String cause,
      String reason,
      List<PartyName> failed,
      @Nullable NamedId approver,
      Instant at) {}

  /** A party that failed, by its name in the draw and its own. */
  record PartyName(String party, String name) {}

  /** What a party compares with what is published (draw.md section 2). */
  record ReceiptView(
      String draw,
      String commitmentHash,
      String party,
      String commitment,
      @Nullable String nonce) {}
}
