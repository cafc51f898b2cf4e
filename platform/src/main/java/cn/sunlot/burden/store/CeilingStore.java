package cn.sunlot.burden.store;

import static cn.sunlot.burden.store.jooq.Tables.PUBLISHED_CEILING;

import cn.sunlot.burden.domain.PublishedCeiling;
import cn.sunlot.burden.store.jooq.tables.records.PublishedCeilingRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ceilings that departments made public; they are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class CeilingStore {

  private final DSLContext database;

  CeilingStore(DSLContext database) {
    this.database = database;
  }

  public void add(PublishedCeiling ceiling) {
    PublishedCeilingRecord row = database.newRecord(PUBLISHED_CEILING);
    row.setId(ceiling.id());
    row.setAuthorityId(ceiling.authorityId());
    row.setDepartmentId(ceiling.departmentId());
    row.setYear(ceiling.year());
    row.setRiskClass(ceiling.riskClass());
    row.setMax(ceiling.max());
    row.setDocument(ceiling.document());
    row.setPublishedOn(ceiling.publishedOn());
    row.setEnteredBy(ceiling.enteredBy());
    row.setEnteredAt(ceiling.enteredAt());
    row.insert();
  }

  /** What holds for a department in a year: the last one of each class. */
  public List<PublishedCeiling> listInForce(UUID departmentId, int year) {
    return database
        .select(PUBLISHED_CEILING.asterisk())
        .distinctOn(PUBLISHED_CEILING.RISK_CLASS)
        .from(PUBLISHED_CEILING)
        .where(PUBLISHED_CEILING.DEPARTMENT_ID.eq(departmentId))
        .and(PUBLISHED_CEILING.YEAR.eq(year))
        .orderBy(
            PUBLISHED_CEILING.RISK_CLASS,
            PUBLISHED_CEILING.ENTERED_AT.desc(),
            PUBLISHED_CEILING.ID.desc())
        .fetchInto(PUBLISHED_CEILING)
        .map(CeilingStore::read);
  }

  /** What holds for every department of an authority in a year. */
  public List<PublishedCeiling> listInForceOf(UUID authorityId, int year) {
    return database
        .select(PUBLISHED_CEILING.asterisk())
        .distinctOn(PUBLISHED_CEILING.DEPARTMENT_ID, PUBLISHED_CEILING.RISK_CLASS)
        .from(PUBLISHED_CEILING)
        .where(PUBLISHED_CEILING.AUTHORITY_ID.eq(authorityId))
        .and(PUBLISHED_CEILING.YEAR.eq(year))
        .orderBy(
            PUBLISHED_CEILING.DEPARTMENT_ID,
            PUBLISHED_CEILING.RISK_CLASS,
            PUBLISHED_CEILING.ENTERED_AT.desc(),
            PUBLISHED_CEILING.ID.desc())
        .fetchInto(PUBLISHED_CEILING)
        .map(CeilingStore::read);
  }

  private static PublishedCeiling read(PublishedCeilingRecord r) {
    return new PublishedCeiling(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getYear(),
        r.getRiskClass(),
        r.getMax(),
        r.getDocument(),
        r.getPublishedOn(),
        r.getEnteredBy(),
        r.getEnteredAt());
  }
}
