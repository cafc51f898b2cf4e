package cn.sunlot.drawing;

import cn.sunlot.draw.verify.Outcome;
import cn.sunlot.kernel.OneOf;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The face of drawing: what other modules ask of draws.
 *
 * <p>Parties are part of the commitment, so a draw is prepared first and committed, revealed and
 * drawn by commands of its own screen. What it drew is told by {@link TargetsDrawn} and {@link
 * InspectorsDrawn} in the transaction that drew it.
 */
public interface Draws {

  /**
   * Freezes a pool of targets: the draw is {@code prepared}, witnesses may be named, nothing can be
   * drawn yet.
   *
   * @return the draw's id
   * @throws cn.sunlot.kernel.Refused if the task has a draw of targets that is not void (ZB-9), or
   *     a committed one that is void and must be succeeded instead, or if a unit stands in the pool
   *     twice
   */
  default UUID prepareTargets(TargetDrawOrder order) {
    return prepareTargets(order.head(), order);
  }

  /** The same for a pool that is too large to be held in memory. */
  UUID prepareTargets(TargetDrawHead head, TargetPool pool);

  /** Freezes a roster of inspectors; otherwise as {@link #prepareTargets}. */
  UUID prepareInspectors(InspectorDrawOrder order);

  /**
   * Orders a substitute round of a draw that is drawn or closed: writes reason, approver and input
   * into the log. The round is drawn by the screen's command {@code draw-round} in a later
   * transaction, because its chain value must not be open before its input is in the log (draw.md
   * section 10).
   *
   * @return the round's number, from 1; 0 where the draw is void for further rounds, so that a
   *     successor was prepared for the missing places (section 5)
   * @throws cn.sunlot.kernel.Refused if the draw has not been drawn, another round is still to be
   *     drawn, a dropped target was not drawn, or a slot is not held by who is said to leave it
   */
  int requestRound(UUID drawId, RoundOrder order);

  Draw getDraw(UUID id);

  /** Draws of a task, void ones too, in the order they were prepared. */
  List<Draw> listOfTask(UUID taskId);

  /**
   * The draws that drew a task's targets: the first, and those that drew what was missing of it.
   */
  default List<Draw> listTargetDraws(UUID taskId) {
    return listOfTask(taskId).stream()
        .filter(d -> d.purpose().equals("targets") && d.drawnAt() != null)
        .filter(d -> !d.state().equals("void"))
        .toList();
  }

  /**
   * Targets drawn in round 0 and all substitute rounds, by round, stratum and position; dropped
   * ones say so.
   */
  List<DrawnTarget> listDrawnTargets(UUID drawId);

  /** Who holds which slot after all rounds so far. */
  List<Assignment> listAssignments(UUID drawId);

  /**
   * The code with which a target checks its own line of a draw on the public site; empty if it was
   * not in the pool. For the target alone.
   */
  Optional<String> findLineCode(UUID drawId, UUID targetId);

  /**
   * Lets the published transcript open these drawn units: their visits are over (draw.md section
   * 11).
   *
   * @throws cn.sunlot.kernel.Refused if one of the targets was not drawn
   */
  void releaseOpenings(UUID drawId, Collection<UUID> targetIds);

  /**
   * Recomputes the whole draw from what is stored: frame, commitment, seed, tickets, selection,
   * rounds.
   */
  Check check(UUID drawId);

  /**
   * A draw of targets to be prepared.
   *
   * @param profile the version that the task has frozen
   * @param frame the units that can be drawn
   * @param excluded the units of the pool that cannot, with reasons
   * @param quotas by stratum; every stratum of the frame has one
   * @param poolSnapshot Merkle root of the confirmed registry in hex, or ""
   */
  record TargetDrawOrder(
      UUID authorityId,
      UUID departmentId,
      UUID taskId,
      String taskNumber,
      ProfileVersion profile,
      List<Unit> frame,
      List<Excluded> excluded,
      Map<String, Quota> quotas,
      String poolSnapshot)
      implements TargetPool {

    /** What it says apart from the units. */
    public TargetDrawHead head() {
      return new TargetDrawHead(
          authorityId, departmentId, taskId, taskNumber, profile, quotas, poolSnapshot);
    }

    @Override
    public void forEachUnit(Consumer<Unit> take) {
      frame.forEach(take);
    }

    @Override
    public void forEachExcluded(Consumer<Excluded> take) {
      excluded.forEach(take);
    }
  }

  /** A draw of targets to be prepared, without its units; see {@link TargetDrawOrder}. */
  record TargetDrawHead(
      UUID authorityId,
      UUID departmentId,
      UUID taskId,
      String taskNumber,
      ProfileVersion profile,
      Map<String, Quota> quotas,
      String poolSnapshot) {}

  /** The units of a pool, told one by one, in any order but always the same. */
  interface TargetPool {
    /** The units that can be drawn. */
    void forEachUnit(Consumer<Unit> take);

    /** The units that cannot. */
    void forEachExcluded(Consumer<Excluded> take);
  }

  /** The version of the rule profile that the task has frozen, with the hash of its file. */
  record ProfileVersion(String id, String version, String hash) {}

  /**
   * A unit that can be drawn.
   *
   * @param unitId the unified social credit code, or {@code <registry>:<number>}; never a database
   *     key
   * @param name as the list shows it from now on
   * @param stratum e.g. the risk class
   * @param weight 1 to 64, 1 unless the profile says otherwise
   */
  record Unit(UUID targetId, String unitId, String name, String stratum, int weight) {}

  /**
   * A unit of the pool that cannot be drawn; the reason is a code, e.g. {@code annual-cap}, {@code
   * exempt}, {@code not-active}.
   */
  record Excluded(UUID targetId, String unitId, String reason) {}

  /** How many of a stratum are drawn: exactly one of both is given. */
  record Quota(@Nullable Integer rateBp, @Nullable Integer count) {
    public static Quota rate(int basisPoints) {
      return new Quota(basisPoints, null);
    }

    public static Quota count(int count) {
      return new Quota(null, count);
    }
  }

  /**
   * A draw of inspectors to be prepared.
   *
   * @param taskNumber what the draw is for; where each department draws its own, tell them apart
   *     here, e.g. {@code T-2026-0012/2}
   * @param groups the visits
   * @param slots the places in their teams
   * @param officers everybody who may be drawn
   * @param recused who must not serve at which visit
   * @param absent inspectors of the pool who cannot be drawn at all
   * @param balance whether loads are levelled before all else
   */
  record InspectorDrawOrder(
      UUID authorityId,
      UUID departmentId,
      UUID taskId,
      String taskNumber,
      ProfileVersion profile,
      List<Group> groups,
      List<SlotOrder> slots,
      List<Officer> officers,
      List<RecusedPair> recused,
      List<AbsentOfficer> absent,
      boolean balance) {}

  /** A visit that needs a team. */
  record Group(UUID visitId, String visitNumber) {}

  /**
   * A place in a team.
   *
   * @param role orders itself, e.g. {@code a-leader}, {@code b-member}
   * @param eligible inspectors who may fill it, from officers and absent
   */
  record SlotOrder(UUID visitId, String role, Set<UUID> eligible) {}

  /**
   * An inspector who may be drawn.
   *
   * @param capacity visits at most, 0 or more
   */
  record Officer(UUID inspectorId, String licenceNumber, String name, int capacity) {}

  record RecusedPair(UUID visitId, UUID inspectorId) {}

  /**
   * An inspector who cannot be drawn; the reason is a code, e.g. {@code leave}, {@code
   * licence-expired}.
   */
  record AbsentOfficer(UUID inspectorId, String licenceNumber, String name, String reason) {}

  /** A substitute round, with the reason in words and who approved it. */
  sealed interface RoundOrder {
    String reason();

    UUID approverId();
  }

  /**
   * More targets in place of dropped ones.
   *
   * @param more how many more of which stratum
   * @param dropped drawn targets that are given up; reasons are codes
   */
  record TargetRound(
      Map<String, Integer> more, List<DroppedTarget> dropped, String reason, UUID approverId)
      implements RoundOrder {}

  record DroppedTarget(UUID targetId, String reason) {}

  /**
   * New inspectors for slots.
   *
   * @param open slots to be filled: left in this round, or unfilled so far
   * @param left who gives up which slot; reasons are codes
   * @param recused further recusals from now on
   * @param absent further inspectors of the roster who cannot be drawn from now on
   */
  record InspectorRound(
      List<SlotRef> open,
      List<Departure> left,
      List<RecusedPair> recused,
      List<NowAbsent> absent,
      String reason,
      UUID approverId)
      implements RoundOrder {}

  record SlotRef(UUID visitId, String role) {}

  record Departure(UUID visitId, String role, UUID inspectorId, String reason) {}

  record NowAbsent(UUID inspectorId, String reason) {}

  /**
   * A draw as others see it.
   *
   * @param number number on screens, e.g. {@code D-2026-0001}
   * @param drawId name in transcript and log, unique over all authorities of the installation
   * @param purpose {@code targets} or {@code inspectors}
   * @param state {@code prepared}, {@code committed}, {@code revealed}, {@code drawn}, {@code
   *     closed}, {@code void}
   * @param commitmentHash 64 hex digits once committed
   * @param rounds substitute rounds that were drawn
   */
  record Draw(
      UUID id,
      String number,
      String drawId,
      String purpose,
      String state,
      UUID authorityId,
      UUID departmentId,
      UUID taskId,
      String taskNumber,
      @Nullable String commitmentHash,
      int poolSize,
      int frameSize,
      int excludedSize,
      int rounds,
      @Nullable UUID previousId,
      @Nullable Instant drawnAt) {}

  /**
   * A drawn target.
   *
   * @param position from 1, within round and stratum, in drawing order
   * @param dropped the code for which a later round dropped it, or null
   */
  record DrawnTarget(
      UUID targetId,
      String unitId,
      String name,
      int round,
      String stratum,
      int position,
      String token,
      @Nullable String dropped) {}

  record Assignment(UUID visitId, String role, UUID inspectorId) {}

  /**
   * What recomputing found.
   *
   * @param problems one text per check that failed; empty if all is right
   * @param verdict what the public verifier says of the transcript; null where nothing was drawn or
   *     it could not be put together
   */
  record Check(boolean right, List<String> problems, @Nullable Verdict verdict) {}

  /**
   * What the public verifier says, in the words of the command line.
   *
   * @param conclusion whether the draw is accepted
   */
  record Verdict(List<String> warnings, List<Checked> checks, String conclusion) {}

  /**
   * One of the fourteen checks.
   *
   * @param number V1 to V14
   * @param remarks notes, and what is wrong
   */
  record Checked(
      String number,
      @OneOf(Outcome.Status.class) String status,
      String title,
      List<String> remarks) {}
}
