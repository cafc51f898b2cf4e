package cn.sunlot.registry.domain;

import java.util.List;
import java.util.UUID;

/** A target as it stands, to be changed. */
public record KnownTarget(
    UUID id,
    UUID authorityId,
    UnitId unitId,
    TargetContent content,
    TargetStatus status,
    List<String> warnings,
    int version) {

  /** The same with other content. */
  public KnownTarget saying(TargetContent other) {
    return new KnownTarget(id, authorityId, unitId, other, status, other.warnings(unitId), version);
  }

  /** The same in another standing. */
  public KnownTarget in(TargetStatus other) {
    return new KnownTarget(id, authorityId, unitId, content, other, warnings, version);
  }
}
