package cn.sunlot.fieldwork.store;

import static cn.sunlot.fieldwork.store.jooq.Tables.ADVANCE_NOTICE;

import cn.sunlot.fieldwork.domain.AdvanceNotice;
import cn.sunlot.fieldwork.domain.AdvanceNotice.Said;
import cn.sunlot.fieldwork.store.jooq.tables.records.AdvanceNoticeRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was put down of notices beforehand; nothing is taken back. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class NoticeStore {

  private final DSLContext database;

  NoticeStore(DSLContext database) {
    this.database = database;
  }

  public void add(AdvanceNotice notice) {
    AdvanceNoticeRecord row = database.newRecord(ADVANCE_NOTICE);
    Said said = notice.said();
    row.setId(notice.id());
    row.setVisitId(notice.visitId());
    row.setAuthorityId(notice.authorityId());
    row.setGiven(said.given());
    row.setWay(said.way());
    row.setReceiver(said.receiver());
    row.set(ADVANCE_NOTICE.GIVEN_AT, said.givenAt());
    row.setLaw(said.law());
    row.setReason(said.reason());
    row.setNotedBy(notice.notedBy());
    row.setNotedAt(notice.notedAt());
    row.insert();
  }

  /** What was put down at a visit, the earliest first. */
  public List<AdvanceNotice> list(UUID visitId) {
    return database
        .selectFrom(ADVANCE_NOTICE)
        .where(ADVANCE_NOTICE.VISIT_ID.eq(visitId))
        .orderBy(ADVANCE_NOTICE.NOTED_AT, ADVANCE_NOTICE.ID)
        .fetch(
            r ->
                new AdvanceNotice(
                    r.getId(),
                    r.getVisitId(),
                    r.getAuthorityId(),
                    new Said(
                        r.getGiven(),
                        r.getWay(),
                        r.getReceiver(),
                        r.getGivenAt(),
                        r.getLaw(),
                        r.getReason()),
                    r.getNotedBy(),
                    r.getNotedAt()));
  }

  /** What counts: the line that was put down last. */
  public Optional<AdvanceNotice> findLast(UUID visitId) {
    List<AdvanceNotice> all = list(visitId);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
