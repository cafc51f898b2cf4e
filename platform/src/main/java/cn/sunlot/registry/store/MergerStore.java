package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.MERGER;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.coalesce;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Merger;
import cn.sunlot.registry.domain.Merger.By;
import cn.sunlot.registry.domain.Merger.Moved;
import cn.sunlot.registry.store.jooq.tables.Target;
import cn.sunlot.registry.store.jooq.tables.records.MergerRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Mergers, and the mark on the targets that were merged into others. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MergerStore {

  private final DSLContext database;
  private final ObjectMapper json;
  private final Contacts contacts;

  MergerStore(DSLContext database, ObjectMapper json, Contacts contacts) {
    this.database = database;
    this.json = json;
    this.contacts = contacts;
  }

  /** Waits for an import of the authority that is being merged, and lets others wait. */
  public void lock(UUID authorityId) {
    database.fetch(TargetMerge.LOCK, authorityId.toString());
  }

  public Merger get(UUID id) {
    return database
        .select(MERGER.asterisk(), TARGET.UNIT_ID)
        .from(MERGER)
        .join(TARGET)
        .on(TARGET.ID.eq(MERGER.SURVIVOR_ID))
        .where(MERGER.ID.eq(id))
        .fetchOptional(r -> read(r.into(MERGER), r.get(TARGET.UNIT_ID)))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The target into which this one was merged, if it was. */
  public Optional<UUID> findSurvivor(UUID targetId) {
    return database
        .select(TARGET.MERGED_INTO)
        .from(TARGET)
        .where(TARGET.ID.eq(targetId).and(TARGET.MERGED_INTO.isNotNull()))
        .fetchOptional(TARGET.MERGED_INTO);
  }

  /** The id of the unit into which this one was merged, if it was; "" where it is out of sight. */
  public Optional<String> findSurvivorId(UUID authorityId, String unitId) {
    Target survivor = TARGET.as("survivor");
    return database
        .select(coalesce(survivor.UNIT_ID, ""))
        .from(TARGET)
        .leftJoin(survivor)
        .on(survivor.ID.eq(TARGET.MERGED_INTO))
        .where(TARGET.AUTHORITY_ID.eq(authorityId).and(TARGET.UNIT_ID.eq(unitId)))
        .and(TARGET.MERGED_INTO.isNotNull())
        .fetchOptional(Record1::value1);
  }

  /** Keeps a merger; its absorbed target, which is in the status merged, leads to the survivor. */
  public void add(Merger added, KnownTarget survivor) {
    Moved moved = added.moved();
    var sealed =
        new Moved(
            moved.status(),
            contacts.sealChanges(survivor.unitId().value(), moved.changes()),
            moved.places(),
            moved.relations(),
            moved.belonging());
    MergerRecord row = database.newRecord(MERGER);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setSurvivorId(added.survivorId());
    row.setAbsorbedId(added.absorbedId());
    row.setReason(added.merged().reason());
    row.setMergedBy(added.merged().personId());
    row.setMergedAt(added.merged().at());
    row.setMoved(JSONB.jsonb(json.writeValueAsString(sealed)));
    row.insert();
    mark(added.absorbedId(), added.survivorId());
  }

  /** Keeps that it was taken back; the absorbed target leads nowhere any more. */
  public void separate(Merger merger, By by) {
    int updated =
        database
            .update(MERGER)
            .set(MERGER.SEPARATED_REASON, by.reason())
            .set(MERGER.SEPARATED_BY, by.personId())
            .set(MERGER.SEPARATED_AT, by.at())
            .set(MERGER.VERSION, merger.version() + 1)
            .where(MERGER.ID.eq(merger.id()).and(MERGER.VERSION.eq(merger.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, merger.version(), get(merger.id()).version());
    }
    mark(merger.absorbedId(), null);
  }

  private void mark(UUID absorbedId, @Nullable UUID survivorId) {
    database
        .update(TARGET)
        .set(TARGET.MERGED_INTO, survivorId)
        .where(TARGET.ID.eq(absorbedId))
        .execute();
  }

  private Merger read(MergerRecord r, String survivorUnit) {
    Moved stored = json.readValue(r.getMoved().data(), Moved.class);
    var moved =
        new Moved(
            stored.status(),
            contacts.openChanges(survivorUnit, stored.changes()),
            stored.places(),
            stored.relations(),
            stored.belonging());
    UUID by = r.getSeparatedBy();
    Instant at = r.getSeparatedAt();
    String reason = r.getSeparatedReason();
    return new Merger(
        r.getId(),
        r.getAuthorityId(),
        r.getSurvivorId(),
        r.getAbsorbedId(),
        new By(r.getMergedBy(), r.getMergedAt(), r.getReason()),
        moved,
        by == null || at == null || reason == null ? null : new By(by, at, reason),
        r.getVersion());
  }
}
