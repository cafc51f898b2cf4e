package cn.sunlot.catalog.store;

import static cn.sunlot.catalog.store.jooq.Tables.BATCH;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM_VERSION;

import cn.sunlot.catalog.domain.Batch;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.store.jooq.tables.records.BatchRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Batches of joint items, and what they hold. */
@Repository
@Transactional
public class BatchStore {

  /** A batch and how many items it holds. */
  public record Row(Batch batch, int items) {}

  private final DSLContext database;

  BatchStore(DSLContext database) {
    this.database = database;
  }

  public void add(Batch batch) {
    var row = new BatchRecord();
    row.setId(batch.id());
    row.setAuthorityId(batch.authorityId());
    row.setDepartmentId(batch.officeId());
    row.setRegion(batch.region());
    row.setNumber(batch.number());
    row.setName(batch.name());
    row.setFromDay(batch.from());
    row.setPublishedBy(batch.publishedBy());
    row.setPublishedAt(batch.publishedAt());
    database.insertInto(BATCH).set(row).execute();
  }

  public Batch get(UUID id) {
    return find(id).orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public Optional<Batch> find(@Nullable UUID id) {
    return id == null
        ? Optional.empty()
        : database.selectFrom(BATCH).where(BATCH.ID.eq(id)).fetchOptional(BatchStore::batch);
  }

  /** The batches of an authority, the newest first. */
  public Page<Row> page(Scope scope, Page.Request request) {
    var condition = scope.shares(BATCH.AUTHORITY_ID);
    var items =
        DSL.field(DSL.selectCount().from(ITEM_VERSION).where(ITEM_VERSION.BATCH_ID.eq(BATCH.ID)));
    var rows =
        database
            .select(BATCH.asterisk(), items)
            .from(BATCH)
            .where(condition)
            .orderBy(BATCH.PUBLISHED_AT.desc(), BATCH.NUMBER.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(r -> new Row(batch(r.into(BATCH)), r.get(items)));
    return Page.of(rows, database.fetchCount(BATCH, condition), request);
  }

  /** The items of a batch by code, each by the version that was published in it. */
  public List<Item> listItems(UUID batchId) {
    return database
        .select()
        .from(ITEM_VERSION)
        .join(ITEM)
        .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
        .where(ITEM_VERSION.BATCH_ID.eq(batchId))
        .orderBy(ITEM.CODE)
        .fetch(ItemStore::item);
  }

  private static Batch batch(BatchRecord r) {
    return new Batch(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getRegion(),
        r.getNumber(),
        r.getName(),
        r.getFromDay(),
        r.getPublishedBy(),
        r.getPublishedAt());
  }
}
