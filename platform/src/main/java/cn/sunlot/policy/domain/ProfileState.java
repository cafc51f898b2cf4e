package cn.sunlot.policy.domain;

import cn.sunlot.policy.domain.Confirmation.Ground;
import java.time.LocalDate;
import java.util.Set;

/** Whether a profile may be used. */
public enum ProfileState {
  NOT_IN_FORCE_YET,
  IN_FORCE,
  EXPIRED,
  DRAFT,
  /** Expired or a draft, and somebody answers for its use. */
  CONFIRMED;

  /**
   * The state of a version on a day.
   *
   * @param draft whether it is one
   * @param confirmed what somebody answers for
   */
  public static ProfileState of(
      KnownVersion version, boolean draft, Set<Ground> confirmed, LocalDate day) {
    if (!version.hasBegun(day)) {
      return NOT_IN_FORCE_YET;
    }
    boolean ended = version.hasEnded(day);
    if (ended && !confirmed.contains(Ground.EXPIRED)) {
      return EXPIRED;
    }
    if (draft && !confirmed.contains(Ground.DRAFT)) {
      return DRAFT;
    }
    return ended || draft ? CONFIRMED : IN_FORCE;
  }
}
