package cn.sunlot.policy.domain;

import java.time.LocalDate;

/** Whether a profile may be used. */
public enum ProfileState {
  NOT_IN_FORCE_YET,
  IN_FORCE,
  EXPIRED,
  /** Expired, and somebody answers for its further use. */
  CONFIRMED;

  /** The state of a version on a day. */
  public static ProfileState of(KnownVersion version, boolean confirmed, LocalDate day) {
    if (!version.hasBegun(day)) {
      return NOT_IN_FORCE_YET;
    }
    if (!version.hasEnded(day)) {
      return IN_FORCE;
    }
    return confirmed ? CONFIRMED : EXPIRED;
  }
}
