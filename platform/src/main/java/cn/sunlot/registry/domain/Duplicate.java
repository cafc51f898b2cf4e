package cn.sunlot.registry.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two targets of one authority that are probably one, and what was decided of them.
 *
 * @param first the lesser of the two ids
 * @param decided null while nothing is
 */
public record Duplicate(
    UUID id,
    UUID authorityId,
    UUID first,
    UUID second,
    DuplicateState state,
    @Nullable Decided decided,
    int version) {

  /** Who decided, when and why. */
  public record Decided(UUID personId, Instant at, String reason) {}

  /** The same in another state. */
  public Duplicate in(DuplicateState other, @Nullable Decided by) {
    return new Duplicate(id, authorityId, first, second, other, by, version);
  }
}
