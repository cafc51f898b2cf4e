package cn.sunlot.drawing.store;

import static cn.sunlot.drawing.store.jooq.Tables.DRAW;
import static cn.sunlot.drawing.store.jooq.Tables.EXCLUDED_REASON;
import static cn.sunlot.drawing.store.jooq.Tables.STRATUM;

import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Subject;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Frozen;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.VoidCause;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.jooq.tables.records.DrawRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws: what they froze and their state. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DrawStore {

  private final DSLContext database;

  DrawStore(DSLContext database) {
    this.database = database;
  }

  /**
   * The draw, locked until the transaction ends: its steps happen one after the other.
   *
   * @throws Refused if there is none, or it may not be seen
   */
  public Draw lock(UUID id) {
    return database
        .selectFrom(DRAW)
        .where(DRAW.ID.eq(id))
        .forUpdate()
        .fetchOptional(DrawStore::draw)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The draw. */
  public Draw get(UUID id) {
    return list(DRAW.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Its version alone, for whoever waits for a change. */
  public int getVersion(UUID id) {
    return database
        .select(DRAW.VERSION)
        .from(DRAW)
        .where(DRAW.ID.eq(id))
        .fetchOptional(DRAW.VERSION)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Draws of a task, in the order they were prepared. */
  public List<Draw> listOfTask(UUID taskId) {
    return list(DRAW.TASK_ID.eq(taskId));
  }

  /** Draws of an authority, in the order they were prepared. */
  public List<Draw> listOfAuthority(UUID authorityId) {
    return list(DRAW.AUTHORITY_ID.eq(authorityId));
  }

  /** Draws for this task and purpose, in the order they were prepared. */
  public List<Draw> listFor(UUID authorityId, String taskNumber, Purpose purpose) {
    return list(
        DRAW.AUTHORITY_ID
            .eq(authorityId)
            .and(DRAW.TASK_NUMBER.eq(taskNumber))
            .and(DRAW.PURPOSE.eq(Lifecycle.wireName(purpose))));
  }

  /** The draw that replaces this one. */
  public Optional<Draw> findSuccessor(UUID id) {
    return list(DRAW.PREVIOUS_ID.eq(id)).stream().findFirst();
  }

  /** Draws that wait for a nonce or for the chain, in every authority that is visible. */
  public List<Draw> listUnderWay() {
    return list(DRAW.STATE.in("committed", "revealed"));
  }

  private List<Draw> list(Condition condition) {
    return database.selectFrom(DRAW).where(condition).orderBy(DRAW.ID).fetch(DrawStore::draw);
  }

  /** Adds a draw with its strata and counts of exclusions. */
  public void add(Draw draw, @Nullable Subject subject, Set<String> weighted) {
    insert(draw);
    if (subject instanceof Subject.Targets targets) {
      targets.strata().forEach((name, s) -> insert(draw, name, s, weighted.contains(name)));
      targets
          .excluded()
          .reasons()
          .forEach(
              (reason, units) ->
                  database
                      .insertInto(EXCLUDED_REASON)
                      .set(EXCLUDED_REASON.DRAW_ID, draw.id())
                      .set(EXCLUDED_REASON.REASON, reason)
                      .set(EXCLUDED_REASON.UNITS, units)
                      .execute());
    }
  }

  private void insert(Draw draw) {
    Frozen frozen = draw.frozen();
    DrawRecord row = database.newRecord(DRAW);
    row.setId(draw.id());
    row.setAuthorityId(draw.authorityId());
    row.setDepartmentId(draw.departmentId());
    row.setVersion(draw.version());
    row.setNumber(draw.number());
    row.setRef(draw.ref());
    row.setPurpose(Lifecycle.wireName(draw.purpose()));
    row.setState(Lifecycle.wireName(draw.state()));
    row.setTaskId(draw.taskId());
    row.setTaskNumber(draw.taskNumber());
    row.setProfileId(draw.profile().id());
    row.setProfileVersion(draw.profile().version());
    row.setProfileHash(draw.profile().hash());
    row.setSuite(draw.suite());
    row.set(DRAW.PREVIOUS_ID, draw.previousId());
    row.setPreviousHash(draw.previousHash());
    row.setPoolSize(frozen.poolSize());
    row.setFrameSize(frozen.frameSize());
    row.setExcludedSize(frozen.excludedSize());
    row.setSubject(frozen.subject());
    row.set(DRAW.FRAME_FILE, frozen.frameFile());
    row.set(DRAW.EXCLUDED_FILE, frozen.excludedFile());
    row.set(DRAW.ROSTER_FILE, frozen.rosterFile());
    row.setOrderFile(frozen.orderFile());
    row.setFrameKey(frozen.frameKey());
    row.setChainSecret(frozen.chainSecret());
    row.setPreparedAt(draw.preparedAt());
    row.setPreparedBy(draw.preparedBy());
    row.insert();
  }

  private void insert(Draw draw, String name, Subject.Stratum stratum, boolean weighted) {
    var row = database.newRecord(STRATUM);
    row.setDrawId(draw.id());
    row.setStratum(name);
    row.setSize(stratum.size());
    row.set(STRATUM.RATE_BP, stratum.rule() instanceof Quota.Rate rate ? rate.basisPoints() : null);
    row.set(STRATUM.COUNT, stratum.rule() instanceof Quota.Count count ? count.count() : null);
    row.setQuota(stratum.quota());
    row.setWeighted(weighted);
    row.insert();
  }

  /**
   * Saves state and voidance under the next version.
   *
   * @throws Refused if the draw was changed since it was read
   */
  public void save(Draw draw) {
    Voidance voidance = draw.voidance();
    int updated =
        database
            .update(DRAW)
            .set(DRAW.VERSION, draw.version() + 1)
            .set(DRAW.STATE, Lifecycle.wireName(draw.state()))
            .set(DRAW.VOID_CAUSE, voidance == null ? null : Lifecycle.wireName(voidance.cause()))
            .set(DRAW.VOID_REASON, voidance == null ? null : voidance.reason())
            .set(
                DRAW.VOID_FAILED,
                voidance == null ? new String[0] : voidance.failed().toArray(String[]::new))
            .set(DRAW.VOID_APPROVER, voidance == null ? null : voidance.approverId())
            .set(DRAW.VOID_AT, voidance == null ? null : voidance.at())
            .where(DRAW.ID.eq(draw.id()).and(DRAW.VERSION.eq(draw.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(KernelProblem.VERSION_CLASH, draw.version(), get(draw.id()).version());
    }
  }

  private static Draw draw(DrawRecord row) {
    return new Draw(
        row.getId(),
        row.getAuthorityId(),
        row.getDepartmentId(),
        row.getVersion(),
        row.getNumber(),
        row.getRef(),
        Lifecycle.parse(Purpose.class, row.getPurpose()),
        Lifecycle.parse(DrawState.class, row.getState()),
        row.getTaskId(),
        row.getTaskNumber(),
        new ProfileVersion(row.getProfileId(), row.getProfileVersion(), row.getProfileHash()),
        row.getSuite(),
        row.getPreviousId(),
        row.getPreviousHash(),
        frozen(row),
        row.getPreparedAt(),
        row.getPreparedBy(),
        voidance(row));
  }

  private static Frozen frozen(DrawRecord row) {
    return new Frozen(
        row.getPoolSize(),
        row.getFrameSize(),
        row.getExcludedSize(),
        row.getSubject(),
        row.getFrameFile(),
        row.getExcludedFile(),
        row.getRosterFile(),
        row.getOrderFile(),
        row.getFrameKey(),
        row.getChainSecret());
  }

  private static @Nullable Voidance voidance(DrawRecord row) {
    Instant at = row.getVoidAt();
    return at == null
        ? null
        : new Voidance(
            Lifecycle.parse(VoidCause.class, row.getVoidCause()),
            row.getVoidReason(),
            List.of(row.getVoidFailed()),
            row.getVoidApprover(),
            at);
  }
}
