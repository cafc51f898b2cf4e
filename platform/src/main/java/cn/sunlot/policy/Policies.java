package cn.sunlot.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The face of the rules: which profile binds whom, when.
 *
 * <p>Rules that do not bind are refused: {@code PROFILE_EXPIRED} after their last day and {@code
 * PROFILE_IS_DRAFT} for a draft, unless somebody confirmed their use by name (ZB-22); {@code
 * PROFILE_NOT_IN_FORCE_YET} before their first day; {@code PROFILE_UNKNOWN} if no file has their
 * id.
 */
public interface Policies {

  /**
   * The profile that binds an authority on a day.
   *
   * @throws cn.sunlot.kernel.Refused if its rules do not bind
   */
  Profile getProfile(UUID authorityId, LocalDate date);

  /**
   * The profile that binds the departments of a region inside an authority: the county's, which
   * refines the authority's, where there is one (TZ-43).
   *
   * @param regionCode GB/T 2260 code, six digits
   * @throws cn.sunlot.kernel.Refused if its rules do not bind
   */
  Profile getProfile(UUID authorityId, String regionCode, LocalDate date);

  /**
   * The same for inspections of one kind. Where a regulation speaks of joint inspections only, a
   * department's own follow the base rules.
   *
   * @throws cn.sunlot.kernel.Refused if its rules do not bind
   */
  Profile getProfile(UUID authorityId, String regionCode, LocalDate date, Inspections inspections);

  /**
   * The same for a department or section, by the region in which it is competent.
   *
   * @throws cn.sunlot.kernel.Refused if its rules do not bind
   */
  Profile getProfileOf(UUID departmentId, LocalDate date, Inspections inspections);

  /**
   * The same as {@link #getProfile(UUID, LocalDate)} for what is only prepared, such as a draft:
   * empty where nothing binds, because the rules have expired or are a draft and nobody confirmed
   * them, or are not in force yet.
   */
  Optional<Profile> findProfile(UUID authorityId, LocalDate date);

  /** The same for inspections of one kind of a department or section. */
  Optional<Profile> findProfileOf(UUID departmentId, LocalDate date, Inspections inspections);

  /** Id of the profile that binds a department or section, whether its rules bind or not. */
  String getProfileId(UUID departmentId, LocalDate date);

  /**
   * What a profile is called, by its last version.
   *
   * @throws cn.sunlot.kernel.Refused {@code PROFILE_UNKNOWN} if it was never loaded
   */
  Texts getTitle(String id);

  /**
   * A version that a task has frozen, whatever is in force today.
   *
   * @throws cn.sunlot.kernel.Refused {@code PROFILE_UNKNOWN} if it was never loaded
   */
  Profile getVersion(String id, String version);
}
