package cn.sunlot.imports.store;

import static cn.sunlot.imports.store.jooq.Tables.IMPORT;

import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Lists of imports. */
@Repository
@Transactional(readOnly = true)
public class ImportSearch {

  private final DSLContext database;
  private final ObjectMapper json;

  ImportSearch(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public Import get(Scope scope, UUID id) {
    return database
        .selectFrom(IMPORT)
        .where(scope.covers(IMPORT.DEPARTMENT_ID).and(IMPORT.ID.eq(id)))
        .fetchOptional(r -> ImportStore.read(r, json))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Imports of these kinds, newest first. */
  public Page<Import> page(Scope scope, Collection<String> kinds, Page.Request request) {
    Condition condition = scope.covers(IMPORT.DEPARTMENT_ID).and(IMPORT.KIND.in(kinds));
    List<Import> rows =
        database
            .selectFrom(IMPORT)
            .where(condition)
            .orderBy(IMPORT.CREATED_AT.desc(), IMPORT.ID.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(r -> ImportStore.read(r, json));
    return Page.of(rows, database.fetchCount(IMPORT, condition), request);
  }

  /** Imports of this person that ended since then with rejected rows. */
  public List<Import> listRejecting(Scope scope, UUID personId, Instant since) {
    return database
        .selectFrom(IMPORT)
        .where(
            scope
                .covers(IMPORT.DEPARTMENT_ID)
                .and(IMPORT.PERSON_ID.eq(personId))
                .and(IMPORT.STATE.eq(Lifecycle.wireName(ImportState.DONE)))
                .and(IMPORT.REJECTED.gt(0))
                .and(IMPORT.ENDED_AT.ge(since)))
        .orderBy(IMPORT.ENDED_AT.desc())
        .fetch(r -> ImportStore.read(r, json));
  }
}
