package cn.sunlot.registry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one target was merged into another, and what it takes to separate them again.
 *
 * @param separated null while it holds
 */
public record Merger(
    UUID id,
    UUID authorityId,
    UUID survivorId,
    UUID absorbedId,
    By merged,
    Moved moved,
    @Nullable By separated,
    int version) {

  /** Who, when and why. */
  public record By(UUID personId, Instant at, String reason) {}

  /**
   * What the merger changed.
   *
   * @param status of the absorbed target before
   * @param changes field of the survivor → before and after
   * @param places of the absorbed target in sub-registries that the survivor took over
   * @param relations of the absorbed target that the survivor took over
   * @param belonging what belonged to the absorbed target and belongs to the survivor since
   */
  public record Moved(
      String status,
      Map<String, List<Object>> changes,
      List<String> places,
      List<String> relations,
      List<Belonging> belonging) {}

  /** A target that belongs to another by a relation. */
  public record Belonging(UUID targetId, String relation) {}
}
