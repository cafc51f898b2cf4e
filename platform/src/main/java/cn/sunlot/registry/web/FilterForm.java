package cn.sunlot.registry.web;

import cn.sunlot.registry.domain.TargetListFilter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of targets is narrowed to; {@code q} is part of a name, first letters of its pinyin,
 * or the beginning of an id; of several words all must be found. {@code detail} is a field that
 * only some kinds have and its value, {@code stage=structure}; several after semicolons. {@code
 * register} is a sub-registry.
 */
record FilterForm(
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

  TargetListFilter read() {
    return new TargetListFilter(
        q, kind, region, riskClass, tag, status, complete, warned, detail, register);
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
        filter.warned(),
        filter.detail(),
        filter.register());
  }
}
