package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.SAVED_LIST;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.domain.SavedList;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.jooq.tables.records.SavedListRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Lists that people keep. */
@Repository
@Transactional
public class SavedListStore {

  private final DSLContext database;
  private final ObjectMapper json;

  SavedListStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Keeps it; the person's list of that name becomes this one. */
  public void save(SavedList saved) {
    SavedListRecord row = new SavedListRecord();
    row.setFilter(JSONB.jsonb(json.writeValueAsString(saved.filter())));
    row.setSort(saved.sort());
    row.setColumns(saved.columns().toArray(String[]::new));
    row.setShared(saved.shared());
    row.setDepartmentId(saved.departmentId());
    row.setPersonName(saved.owner().name());
    database
        .insertInto(SAVED_LIST)
        .set(row)
        .set(SAVED_LIST.ID, saved.id())
        .set(SAVED_LIST.AUTHORITY_ID, saved.authorityId())
        .set(SAVED_LIST.PERSON_ID, saved.owner().id())
        .set(SAVED_LIST.NAME, saved.name())
        .onConflict(SAVED_LIST.PERSON_ID, SAVED_LIST.NAME)
        .doUpdate()
        .set(row)
        .execute();
  }

  /** Those of the person, and those that the department shares; by name. */
  public List<SavedList> list(UUID personId, UUID departmentId) {
    return database
        .selectFrom(SAVED_LIST)
        .where(
            SAVED_LIST
                .PERSON_ID
                .eq(personId)
                .or(SAVED_LIST.SHARED.isTrue().and(SAVED_LIST.DEPARTMENT_ID.eq(departmentId))))
        .orderBy(SAVED_LIST.NAME, SAVED_LIST.ID)
        .fetch(this::read);
  }

  /** Takes one of the person's own away. */
  public void remove(UUID id, UUID personId) {
    int removed =
        database
            .deleteFrom(SAVED_LIST)
            .where(SAVED_LIST.ID.eq(id).and(SAVED_LIST.PERSON_ID.eq(personId)))
            .execute();
    if (removed == 0) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
  }

  private SavedList read(SavedListRecord r) {
    return new SavedList(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        new NamedId(r.getPersonId(), r.getPersonName()),
        r.getName(),
        json.readValue(r.getFilter().data(), TargetListFilter.class),
        r.getSort(),
        List.of(r.getColumns()),
        r.getShared());
  }
}
