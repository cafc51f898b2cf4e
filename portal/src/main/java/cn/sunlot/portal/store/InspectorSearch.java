package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.INSPECTOR;

import cn.sunlot.portal.store.jooq.tables.records.InspectorRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Inspectors with their public fields. */
@Repository
@Transactional(readOnly = true)
public class InspectorSearch {

  private final DSLContext database;

  InspectorSearch(DSLContext database) {
    this.database = database;
  }

  /** Inspectors by body, department and licence number. */
  public Page<InspectorRecord> page(int number) {
    List<InspectorRecord> rows =
        database
            .selectFrom(INSPECTOR)
            .orderBy(
                INSPECTOR.AUTHORITY,
                INSPECTOR.BODY,
                INSPECTOR.DEPARTMENT,
                INSPECTOR.LICENCE_NUMBER,
                INSPECTOR.ID)
            .limit(Page.SIZE)
            .offset(Page.offset(number))
            .fetch();
    return new Page<>(rows, database.fetchCount(INSPECTOR), number);
  }
}
