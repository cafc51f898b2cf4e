package cn.sunlot.registry.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a list of targets is narrowed to; null does not narrow.
 *
 * @param q words that all must be found: part of the name, first letters of its pinyin, the
 *     beginning of the unit id
 * @param region a division, with everything that lies in it
 */
public record TargetListFilter(
    @Nullable String q,
    @Nullable String kind,
    @Nullable String region,
    @Nullable String riskClass,
    @Nullable String tag,
    @Nullable String status,
    @Nullable Boolean complete,
    @Nullable Boolean warned) {

  /** Does not narrow. */
  public static final TargetListFilter ALL =
      new TargetListFilter(null, null, null, null, null, null, null, null);

  public TargetListFilter {
    q = blank(q);
    kind = blank(kind);
    region = blank(region);
    riskClass = blank(riskClass);
    tag = blank(tag);
    status = blank(status);
  }

  public TargetListFilter withStatus(String only) {
    return new TargetListFilter(q, kind, region, riskClass, tag, only, complete, warned);
  }

  public TargetListFilter withRiskClass(String only) {
    return new TargetListFilter(q, kind, region, only, tag, status, complete, warned);
  }

  public TargetListFilter withComplete(boolean only) {
    return new TargetListFilter(q, kind, region, riskClass, tag, status, only, warned);
  }

  public TargetListFilter withWarned(boolean only) {
    return new TargetListFilter(q, kind, region, riskClass, tag, status, complete, only);
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
