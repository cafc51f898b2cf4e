package cn.sunlot.registry.web;

import cn.sunlot.registry.domain.TargetListFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a list of targets is narrowed to; {@code q} is part of a name, first letters of its pinyin,
 * or the beginning of an id; of several words all must be found.
 */
record FilterForm(
    @Nullable String q,
    @Nullable String kind,
    @Nullable String region,
    @Nullable String riskClass,
    @Nullable String tag,
    @Nullable String status,
    @Nullable Boolean complete,
    @Nullable Boolean warned) {

  TargetListFilter read() {
    return new TargetListFilter(q, kind, region, riskClass, tag, status, complete, warned);
  }

  static FilterForm of(TargetListFilter filter) {
    return new FilterForm(
        filter.q(),
        filter.kind(),
        filter.region(),
        filter.riskClass(),
        filter.tag(),
        filter.status(),
        filter.complete(),
        filter.warned());
  }
}
