package cn.sunlot.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The face of the rules: which profile binds whom, when. */
public interface Policies {

  /**
   * The profile that binds an authority on a day.
   *
   * @throws cn.sunlot.kernel.Refused {@code PROFILE_EXPIRED} after its last day, unless somebody
   *     confirmed its further use by name (ZB-22); {@code PROFILE_NOT_IN_FORCE_YET} before its
   *     first; {@code PROFILE_UNKNOWN} if no file has its id
   */
  Profile getProfile(UUID authorityId, LocalDate date);

  /**
   * The same for what is only prepared, such as a draft: empty where nothing binds, because the
   * rules have expired and nobody confirmed them, or are not in force yet.
   */
  Optional<Profile> findProfile(UUID authorityId, LocalDate date);

  /**
   * A version that a task has frozen, whatever is in force today.
   *
   * @throws cn.sunlot.kernel.Refused {@code PROFILE_UNKNOWN} if it was never loaded
   */
  Profile getVersion(String id, String version);
}
