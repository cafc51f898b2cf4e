package cn.sunlot.catalog.store;

import static cn.sunlot.catalog.store.jooq.Tables.CHECKLIST;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.store.jooq.tables.records.ChecklistRecord;
import cn.sunlot.checklist.DefinitionJson;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checklists: changed in place while drafted; a frozen one is never changed, a new one follows it.
 */
@Repository
@Transactional
public class ChecklistStore {

  private final DSLContext database;

  ChecklistStore(DSLContext database) {
    this.database = database;
  }

  public Optional<Checklist> find(@Nullable UUID id) {
    return id == null
        ? Optional.empty()
        : database
            .selectFrom(CHECKLIST)
            .where(CHECKLIST.ID.eq(id))
            .fetchOptional(
                r ->
                    new Checklist(
                        r.getId(),
                        r.getNumber(),
                        r.getTitle(),
                        r.getFrozen(),
                        DefinitionJson.sections(r.getDefinition().data())));
  }

  /**
   * Saves the checklist of an item's current version.
   *
   * @return its id; a new one where the present one is frozen or there is none
   */
  public UUID save(Item item, String title, List<Section> sections) {
    JSONB content = JSONB.valueOf(DefinitionJson.kept(sections));
    UUID present = item.current().checklistId();
    int changed =
        database
            .update(CHECKLIST)
            .set(CHECKLIST.TITLE, title)
            .set(CHECKLIST.DEFINITION, content)
            .where(CHECKLIST.ID.eq(present).and(CHECKLIST.FROZEN.isFalse()))
            .execute();
    return changed == 1 && present != null ? present : add(item, title, content);
  }

  /** From now on it stays as it is. */
  public void freeze(UUID id) {
    database
        .update(CHECKLIST)
        .set(CHECKLIST.FROZEN, true)
        .where(CHECKLIST.ID.eq(id).and(CHECKLIST.FROZEN.isFalse()))
        .execute();
  }

  private UUID add(Item item, String title, JSONB content) {
    int next =
        database
            .select(coalesce(max(CHECKLIST.NUMBER), val(0)).plus(1))
            .from(CHECKLIST)
            .where(CHECKLIST.ITEM_ID.eq(item.id()))
            .fetchSingle()
            .value1();
    var row = new ChecklistRecord();
    row.setId(Ids.next());
    row.setItemId(item.id());
    row.setAuthorityId(item.authorityId());
    row.setDepartmentId(item.departmentId());
    row.setNumber(next);
    row.setTitle(title);
    row.setDefinition(content);
    row.setFrozen(false);
    database.insertInto(CHECKLIST).set(row).execute();
    return row.getId();
  }
}
