package cn.sunlot.results.domain;

import cn.sunlot.calendar.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The report that ends a task: time, number of targets, content, findings, proposed handling
 * (ZB-15.4).
 *
 * @param terms what it is about; nothing of it changes
 * @param version counts changes, for two people who change it at once
 */
public record Report(UUID id, Terms terms, Progress progress, int version) {

  /** The task that it ends. */
  public record Terms(
      UUID taskId,
      UUID authorityId,
      UUID departmentId,
      String taskNumber,
      String title,
      LocalDate endedOn) {}

  /** The last days for the report and for publication; null where the rules name none yet. */
  public record Dues(@Nullable DueDate report, @Nullable DueDate publication) {}

  /**
   * How far it has come.
   *
   * @param reportedOn when it was handed in
   * @param limitedReason why it is not public, or ""
   * @param returnNote why it was sent back, or ""
   */
  public record Progress(
      ReportState state,
      Dues dues,
      Text text,
      @Nullable LocalDate reportedOn,
      @Nullable Instant publishedAt,
      String limitedReason,
      String returnNote) {}

  /** What it states. */
  public record Text(String period, int targets, String content, String findings, String handling) {

    /** Names of the parts that are empty. */
    public List<String> missing() {
      List<String> missing = new ArrayList<>();
      if (period.isBlank()) {
        missing.add("period");
      }
      if (targets < 1) {
        missing.add("targets");
      }
      if (content.isBlank()) {
        missing.add("content");
      }
      if (findings.isBlank()) {
        missing.add("findings");
      }
      if (handling.isBlank()) {
        missing.add("handling");
      }
      return missing;
    }
  }

  /** The draft that waits for the section officer when its task has ended. */
  public static Report draft(UUID id, Terms terms, Dues dues, Text text) {
    return new Report(
        id, terms, new Progress(ReportState.DRAFT, dues, text, null, null, "", ""), 1);
  }

  public ReportState state() {
    return progress.state();
  }

  public Text text() {
    return progress.text();
  }

  public UUID taskId() {
    return terms.taskId();
  }

  public UUID authorityId() {
    return terms.authorityId();
  }

  public LocalDate endedOn() {
    return terms.endedOn();
  }

  public @Nullable LocalDate reportedOn() {
    return progress.reportedOn();
  }

  public @Nullable Instant publishedAt() {
    return progress.publishedAt();
  }

  public String limitedReason() {
    return progress.limitedReason();
  }

  public UUID departmentId() {
    return terms.departmentId();
  }

  public String taskNumber() {
    return terms.taskNumber();
  }

  public String title() {
    return terms.title();
  }

  /** Last day for it, or null where the rules ask for none. */
  public @Nullable DueDate due() {
    return progress.dues().report();
  }

  /** Last day for publication, or null while nobody can tell. */
  public @Nullable DueDate publishDue() {
    return progress.dues().publication();
  }

  /** Whether a day has passed on which it, or its publication, was due. */
  public boolean isOverdue(LocalDate today) {
    DueDate report = state() == ReportState.DRAFT ? due() : null;
    DueDate publication =
        state() == ReportState.DRAFT || state() == ReportState.SUBMITTED ? publishDue() : null;
    return (report != null && today.isAfter(report.date()))
        || (publication != null && today.isAfter(publication.date()));
  }

  public Report saved(ReportState next, Text written) {
    Progress p = progress;
    return with(
        new Progress(
            next,
            p.dues(),
            written,
            p.reportedOn(),
            p.publishedAt(),
            p.limitedReason(),
            p.returnNote()));
  }

  public Report submitted(ReportState next, LocalDate day, Dues dues) {
    return with(
        new Progress(
            next,
            dues,
            progress.text(),
            day,
            null,
            progress.limitedReason(),
            progress.returnNote()));
  }

  public Report sentBack(ReportState next, Dues dues, String note) {
    return with(
        new Progress(next, dues, progress.text(), null, null, progress.limitedReason(), note));
  }

  public Report released(ReportState next, Instant at, String limited) {
    Progress p = progress;
    return with(
        new Progress(next, p.dues(), p.text(), p.reportedOn(), at, limited, p.returnNote()));
  }

  private Report with(Progress next) {
    return new Report(id, terms, next, version);
  }
}
