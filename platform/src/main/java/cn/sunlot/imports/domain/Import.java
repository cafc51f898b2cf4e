package cn.sunlot.imports.domain;

import cn.sunlot.kernel.NamedId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet that was sent in.
 *
 * @param departmentId for which the person acted
 * @param mapping field → name of the column
 * @param language of the error workbook, zh or en
 */
public record Import(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    NamedId startedBy,
    String number,
    String kind,
    ImportState state,
    int version,
    SentFile file,
    Map<String, String> mapping,
    String language,
    @Nullable UUID jobId,
    Counts counts,
    @Nullable String errorSha256,
    Failure failure,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** The file as it was sent; its content is kept by its hash. */
  public record SentFile(String name, String sha256, long bytes, List<String> header) {}

  /** Why it failed, in both languages; empty texts if it did not. */
  public record Failure(String zh, String en) {

    public static final Failure NONE = new Failure("", "");
  }

  /**
   * What became of the rows.
   *
   * @param warned rows taken with a warning
   * @param findings kind of problem → number of rows
   */
  public record Counts(
      int read,
      int added,
      int changed,
      int unchanged,
      int rejected,
      int warned,
      Map<String, Integer> findings) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, Map.of());

    /** Whether every row that was read is accounted for. */
    public boolean addUp() {
      return read == added + changed + unchanged + rejected;
    }
  }

  public Locale locale() {
    return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }
}
