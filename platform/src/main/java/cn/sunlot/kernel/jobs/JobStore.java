package cn.sunlot.kernel.jobs;

import static cn.sunlot.kernel.store.jooq.Tables.JOB;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Job.State;
import cn.sunlot.kernel.store.jooq.tables.records.JobRecord;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Jobs as rows. */
@Repository
@Transactional
class JobStore {

  /** After so many starts that never came to an end, the work itself must be what kills us. */
  static final int ATTEMPTS = 5;

  /** A job about to be run. */
  record Begun(Job job, SignedIn actsAs, boolean hopeless) {}

  private final DSLContext database;
  private final ObjectMapper json;
  private final Clock clock;

  JobStore(DSLContext database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  UUID add(String kind, String subject) {
    SignedIn person = SignedIn.get();
    UUID id = Ids.next();
    database
        .insertInto(JOB)
        .set(JOB.ID, id)
        .set(JOB.AUTHORITY_ID, person.authorityId())
        .set(JOB.PERSON_ID, person.personId())
        .set(JOB.PERSON_NAME, person.name())
        .set(JOB.ACTS_AS, JSONB.jsonb(json.writeValueAsString(person)))
        .set(JOB.KIND, kind)
        .set(JOB.SUBJECT, subject)
        .set(JOB.STATE, Lifecycle.wireName(State.WAITING))
        .set(JOB.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  Job get(UUID id) {
    return database
        .selectFrom(JOB)
        .where(JOB.ID.eq(id))
        .fetchOptional(JobStore::job)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  void askToCancel(UUID id) {
    database
        .update(JOB)
        .set(JOB.CANCEL_ASKED, true)
        .where(JOB.ID.eq(id).and(JOB.ENDED_AT.isNull()))
        .execute();
  }

  /** Marks a job as running; empty if it has ended. */
  Optional<Begun> begin(UUID id) {
    return database
        .update(JOB)
        .set(JOB.STATE, Lifecycle.wireName(State.RUNNING))
        .set(JOB.ATTEMPTS, JOB.ATTEMPTS.plus(1))
        .where(JOB.ID.eq(id).and(JOB.ENDED_AT.isNull()))
        .returning()
        .fetchOptional(
            r ->
                new Begun(
                    job(r),
                    json.readValue(r.getActsAs().data(), SignedIn.class),
                    r.getAttempts() > ATTEMPTS));
  }

  /** Keeps the progress and tells whether the job was asked to stop. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  boolean progress(UUID id, long done, long total, String message) {
    return database
        .update(JOB)
        .set(JOB.DONE, done)
        .set(JOB.TOTAL, Math.max(done, total))
        .set(JOB.MESSAGE, message)
        .where(JOB.ID.eq(id))
        .returningResult(JOB.CANCEL_ASKED)
        .fetchSingle()
        .value1();
  }

  void end(UUID id, State state) {
    database
        .update(JOB)
        .set(JOB.STATE, Lifecycle.wireName(state))
        .set(JOB.ENDED_AT, clock.instant())
        .where(JOB.ID.eq(id))
        .execute();
  }

  private static Job job(JobRecord r) {
    return new Job(
        r.getId(),
        r.getAuthorityId(),
        r.getKind(),
        r.getSubject(),
        Lifecycle.parse(State.class, r.getState()),
        r.getDone(),
        r.getTotal(),
        r.getMessage(),
        new NamedId(r.getPersonId(), r.getPersonName()),
        r.getCancelAsked(),
        r.getCreatedAt(),
        r.getEndedAt());
  }
}
