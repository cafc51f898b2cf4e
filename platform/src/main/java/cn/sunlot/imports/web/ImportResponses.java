package cn.sunlot.imports.web;

import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What screens are told about imports. */
final class ImportResponses {

  private ImportResponses() {}

  /** A field that a column may fill. */
  record FieldView(String name, String title, boolean required, String note, String example) {}

  /** A kind of spreadsheet. */
  record KindView(String name, String title, List<FieldView> fields) {}

  /** How many rows have a problem of this kind. */
  record FindingView(String code, String title, int rows) {}

  /** What became of the rows: read = added + changed + unchanged + rejected, once it is done. */
  record CountsView(
      int read,
      int added,
      int changed,
      int unchanged,
      int rejected,
      int warned,
      List<FindingView> findings) {}

  /**
   * An import.
   *
   * @param mapping field → name of the column: as started, else as remembered or guessed
   * @param jobId where its progress is
   * @param hasErrors whether there is an error workbook to download
   * @param failure why it failed, or ""
   */
  record ImportView(
      UUID id,
      String number,
      KindView kind,
      @OneOf(ImportState.class) String state,
      int version,
      String fileName,
      long fileBytes,
      String fileSha256,
      List<String> header,
      Map<String, String> mapping,
      @Nullable UUID jobId,
      CountsView counts,
      boolean hasErrors,
      String failure,
      NamedId startedBy,
      Instant createdAt,
      @Nullable Instant endedAt,
      List<String> allowedCommands) {}

  /** A row of the list. */
  record ImportRow(
      UUID id,
      String number,
      String kind,
      String kindTitle,
      @OneOf(ImportState.class) String state,
      String fileName,
      int read,
      int rejected,
      int warned,
      NamedId startedBy,
      Instant createdAt) {}

  /** Something about a cell. */
  record IssueView(String field, String value, String message, String fix, boolean warning) {}

  /** A row as it would be taken; field → text. */
  record PreviewRowView(
      long row, Map<String, String> values, boolean rejected, List<IssueView> issues) {}

  /** How the file would be taken. */
  record PreviewView(
      Map<String, String> mapping,
      List<String> unusedColumns,
      CountsView counts,
      List<PreviewRowView> rows) {}
}
