package cn.sunlot.policy.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a profile that was loaded.
 *
 * @param from first day, or null for one without a beginning
 * @param to last day, or null for one without an end
 */
public record KnownVersion(
    String profileId, String version, @Nullable LocalDate from, @Nullable LocalDate to) {

  public boolean hasBegun(LocalDate day) {
    return from == null || !day.isBefore(from);
  }

  public boolean hasEnded(LocalDate day) {
    return to != null && day.isAfter(to);
  }

  /**
   * The version that speaks for a day: of those that had begun the one that began last, and of
   * several that began on the same day the one loaded last. It may have ended.
   *
   * @param versions in the order of loading
   */
  public static Optional<KnownVersion> of(List<KnownVersion> versions, LocalDate day) {
    KnownVersion found = null;
    for (KnownVersion version : versions) {
      if (version.hasBegun(day) && (found == null || !version.beganBefore(found))) {
        found = version;
      }
    }
    return Optional.ofNullable(found);
  }

  private boolean beganBefore(KnownVersion other) {
    return other.from != null && (from == null || from.isBefore(other.from));
  }
}
