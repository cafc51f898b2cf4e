package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.FILING;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Filing;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.store.jooq.tables.records.FilingRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** With whom plans were filed. */
@Repository
@Transactional
public class FilingStore {

  private final DSLContext database;

  FilingStore(DSLContext database) {
    this.database = database;
  }

  public void add(Plan plan, Filing filing) {
    var row = new FilingRecord();
    row.setId(filing.id());
    row.setPlanId(plan.id());
    row.setAuthorityId(plan.authorityId());
    row.setDepartmentId(plan.departmentId());
    row.setNumber(filing.number());
    row.setFiledWith(Lifecycle.wireName(filing.with()));
    row.setFiledOn(filing.on());
    row.setReference(filing.reference());
    row.setEnteredBy(filing.by());
    row.setEnteredAt(filing.at());
    database.insertInto(FILING).set(row).execute();
  }

  /** Of all versions of a plan, the first one first. */
  public List<Filing> list(UUID planId) {
    return database
        .selectFrom(FILING)
        .where(FILING.PLAN_ID.eq(planId))
        .orderBy(FILING.NUMBER, FILING.FILED_ON, FILING.FILED_WITH)
        .fetch(
            r ->
                new Filing(
                    r.getId(),
                    r.getNumber(),
                    Lifecycle.parse(FiledWith.class, r.getFiledWith()),
                    r.getFiledOn(),
                    r.getReference(),
                    r.getEnteredBy(),
                    r.getEnteredAt()));
  }
}
