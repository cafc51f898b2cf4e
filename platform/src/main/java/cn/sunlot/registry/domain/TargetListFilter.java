package cn.sunlot.registry.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of targets is narrowed to; null does not narrow.
 *
 * @param q words that all must be found: part of the name, first letters of its pinyin, the
 *     beginning of the unit id
 * @param region a division, with everything that lies in it
 * @param detail values of fields that only some kinds have: {@code stage=structure}; several after
 *     semicolons, which must all hold
 * @param register a sub-registry
 */
public record TargetListFilter(
    @Nullable String q,
    @Nullable String kind,
    @Nullable String region,
    @Nullable String riskClass,
    @Nullable String tag,
    @Nullable String status,
    @Nullable Boolean complete,
    @Nullable Boolean warned,
    @Nullable String detail,
    @Nullable UUID register) {

  /** Does not narrow. */
  public static final TargetListFilter ALL =
      new TargetListFilter(null, null, null, null, null, null, null, null);

  /** One without fields of kinds and without sub-registry. */
  public TargetListFilter(
      @Nullable String q,
      @Nullable String kind,
      @Nullable String region,
      @Nullable String riskClass,
      @Nullable String tag,
      @Nullable String status,
      @Nullable Boolean complete,
      @Nullable Boolean warned) {
    this(q, kind, region, riskClass, tag, status, complete, warned, null, null);
  }

  public TargetListFilter {
    q = blank(q);
    kind = blank(kind);
    region = blank(region);
    riskClass = blank(riskClass);
    tag = blank(tag);
    status = blank(status);
    detail = blank(detail);
  }

  /** Field → value, as far as the text can be read. */
  public Map<String, String> details() {
    Map<String, String> details = new TreeMap<>();
    if (detail != null) {
      for (String one : detail.split(";")) {
        int equals = one.indexOf('=');
        if (equals > 0) {
          details.put(one.substring(0, equals).strip(), one.substring(equals + 1).strip());
        }
      }
    }
    return details;
  }

  public TargetListFilter withStatus(String only) {
    return new TargetListFilter(
        q, kind, region, riskClass, tag, only, complete, warned, detail, register);
  }

  public TargetListFilter withRegister(UUID only) {
    return new TargetListFilter(
        q, kind, region, riskClass, tag, status, complete, warned, detail, only);
  }

  public TargetListFilter withRiskClass(String only) {
    return new TargetListFilter(
        q, kind, region, only, tag, status, complete, warned, detail, register);
  }

  public TargetListFilter withComplete(boolean only) {
    return new TargetListFilter(
        q, kind, region, riskClass, tag, status, only, warned, detail, register);
  }

  public TargetListFilter withWarned(boolean only) {
    return new TargetListFilter(
        q, kind, region, riskClass, tag, status, complete, only, detail, register);
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
