package cn.sunlot.fieldwork.web;

import cn.sunlot.fieldwork.domain.AdvanceNotice.Said;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import cn.sunlot.fieldwork.store.RecordStore.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the papers of a visit say. */
final class VisitPaper {

  private VisitPaper() {}

  /** What all papers of a visit begin with; the leader of the team comes first. */
  record Head(String section, Target target, LocalDate from, LocalDate to, List<Officer> team) {}

  record Target(String name, String unitId, String address, @Nullable String responsible) {}

  record Officer(String name, String licence, String post, boolean leader) {}

  /**
   * An item of the visit, with the number of the task that asks for it and the department that
   * checks it.
   */
  record Item(
      String code,
      String name,
      String content,
      List<String> basis,
      List<String> methods,
      String task,
      String department) {}

  /** A draw that led to the visit: what was drawn, and its number. */
  record DrawNumber(String purpose, String number) {}

  /**
   * With which the target checks its own line of a draw.
   *
   * @param where page of the public site, or "" where the installation does not know it
   * @param qr that page with the code behind the {@code #}, as a QR code in a PNG of base 64, or ""
   */
  record OwnLine(String draw, String code, String where, String qr) {}

  /**
   * The notice (ZB-15, TZ-30).
   *
   * @param rules the regulation
   * @param tasks numbers of the tasks
   * @param advance whether the rules allow, forbid or require notice beforehand, by wire name
   * @param teamMin officers at least
   * @param objectionDays working days for objections, or null where the rules offer none
   * @param lines of the draws that the target was in
   * @param where address of the public site, or "" where the installation does not know it
   */
  record NoticePaper(
      Head head,
      String rules,
      String tasks,
      List<Item> items,
      String advance,
      int teamMin,
      @Nullable Integer objectionDays,
      List<DrawNumber> draws,
      List<OwnLine> lines,
      String where) {}

  /** The checklist; answers are empty until they are entered. */
  record ChecklistPaper(Head head, @Nullable LocalDate visitedOn, List<ItemChecklist> items) {}

  record ItemChecklist(Item item, @Nullable PrintedChecklist checklist) {}

  /**
   * The record sheet.
   *
   * @param state wire name of the record's state, or {@code blank} while nothing was entered
   * @param refused whether the target refused to sign
   * @param signer who signed for the target, or null
   * @param notice what was put down of telling the target beforehand, or null
   */
  record RecordPaper(
      Head head,
      String tasks,
      String state,
      RecordContent content,
      List<ItemRecord> items,
      List<Evidence> evidence,
      boolean refused,
      @Nullable String signer,
      @Nullable Said notice,
      @Nullable Reviewed review,
      Choices choices) {}

  /**
   * What was found for an item.
   *
   * @param problems by the checklist, and added by the team, in words
   */
  record ItemRecord(Item item, ItemEntry entry, List<String> problems) {}

  record Reviewed(String by, Instant at, String note) {}

  /**
   * What the rules give to choose from, by wire names.
   *
   * @param ways of telling the target beforehand; empty where it is forbidden
   * @param adjustable whether steps may be changed or dropped
   * @param witness whether a refusal to sign may be witnessed
   */
  record Choices(
      List<String> types,
      boolean typesOpen,
      List<String> reasons,
      boolean reasonsOpen,
      List<String> methods,
      List<String> ways,
      boolean adjustable,
      boolean witness) {}
}
