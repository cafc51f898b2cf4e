package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.domain.AdvanceNotice;
import cn.sunlot.fieldwork.domain.AdvanceNotice.Said;
import cn.sunlot.fieldwork.domain.AdvanceNoticeRules;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.store.NoticeStore;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts down whether a target was told of its visit beforehand, or why not; what the rules forbid is
 * refused (TZ-30, PDS-20).
 */
@Component
@Transactional
public class NoteAdvanceNotice {

  private final NoticeStore store;
  private final RecordStore records;
  private final Team team;
  private final RuleWords words;
  private final AuditLog audit;
  private final Clock clock;

  NoteAdvanceNotice(
      NoticeStore store,
      RecordStore records,
      Team team,
      RuleWords words,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.records = records;
    this.team = team;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID visitId, Said said) {
    Visit visit = team.getOwnUnderWay(visitId);
    team.demandLicence(visit, null);
    demandOpen(visit);
    Instant now = clock.instant();
    new AdvanceNoticeRules(team.rules(visit)).check(said, now, words::of);
    store.add(
        new AdvanceNotice(
            Ids.next(), visitId, visit.authorityId(), said, SignedIn.get().personId(), now));
    audit.record(
        said.given() ? "advance-notice-given" : "advance-notice-not-given",
        visit.number(),
        Map.of(
            "way", said.way(),
            "at", said.givenAt() == null ? "" : said.givenAt().toString(),
            "law", said.law(),
            "reason", said.reason()));
  }

  /** What is handed in stays as it is, and what was said of notice with it. */
  private void demandOpen(Visit visit) {
    records
        .find(visit.id(), team.ownPart(visit, null).departmentId())
        .ifPresent(entry -> RecordLifecycle.TABLE.take(entry.state(), RecordCommand.SAVE));
  }
}
