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
 * @param due last day for it, or null where the rules ask for none
 * @param publishDue last day for publication, once it is handed in
 */
public record Report(
    UUID id,
    UUID taskId,
    UUID authorityId,
    UUID departmentId,
    String taskNumber,
    String title,
    LocalDate endedOn,
    @Nullable DueDate due,
    ReportState state,
    Text text,
    @Nullable LocalDate reportedOn,
    @Nullable DueDate publishDue,
    @Nullable Instant publishedAt,
    String limitedReason,
    String returnNote,
    int version) {

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

  public Report saved(ReportState next, Text written) {
    return new Report(
        id,
        taskId,
        authorityId,
        departmentId,
        taskNumber,
        title,
        endedOn,
        due,
        next,
        written,
        reportedOn,
        publishDue,
        publishedAt,
        limitedReason,
        returnNote,
        version);
  }

  public Report submitted(ReportState next, LocalDate day, DueDate publishBy) {
    return new Report(
        id,
        taskId,
        authorityId,
        departmentId,
        taskNumber,
        title,
        endedOn,
        due,
        next,
        text,
        day,
        publishBy,
        publishedAt,
        limitedReason,
        returnNote,
        version);
  }

  public Report sentBack(ReportState next, String note) {
    return new Report(
        id,
        taskId,
        authorityId,
        departmentId,
        taskNumber,
        title,
        endedOn,
        due,
        next,
        text,
        null,
        null,
        null,
        limitedReason,
        note,
        version);
  }

  public Report released(ReportState next, Instant at, String limited) {
    return new Report(
        id,
        taskId,
        authorityId,
        departmentId,
        taskNumber,
        title,
        endedOn,
        due,
        next,
        text,
        reportedOn,
        publishDue,
        at,
        limited,
        returnNote,
        version);
  }
}
