package cn.sunlot.organisation.domain;

import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.organisation.ApiScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another system that may ask and tell by the API.
 *
 * @param contact who answers for it
 * @param addresses addresses or networks that it comes from; none for anywhere
 * @param validUntil the last day on which it is let in
 * @param usedAt when it last used a token, to {@link #TOUCH}
 * @param failures wrong secrets in a row
 */
public record ApiClient(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    String name,
    String contact,
    Set<ApiScope> scopes,
    List<String> addresses,
    LocalDate validUntil,
    Instant addedAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt,
    int failures,
    @Nullable Instant lockedUntil,
    int version) {

  /** How it stands with a client. */
  public enum State {
    OPEN,
    /** For a while, after wrong secrets. */
    LOCKED,
    /** Its last day has passed. */
    OVER,
    REVOKED
  }

  /** How exactly it is known when a client was last here. */
  public static final Duration TOUCH = Duration.ofMinutes(1);

  /** How long a token is good. */
  public static final Duration TOKEN = Duration.ofMinutes(10);

  /** Tokens that a client is given in a minute at most. */
  public static final int TOKENS_A_MINUTE = 30;

  /** Wrong attempts from one address, of whatever client, before it has to wait. */
  public static final int FAILURES_OF_ADDRESS = 20;

  /** How long wrong attempts of an address count. */
  public static final Duration FAILURES_COUNT = Duration.ofMinutes(10);

  public ApiClient {
    scopes = Set.copyOf(scopes);
    addresses = List.copyOf(addresses);
  }

  /** Whether it is let in at all on this day. */
  public boolean isOpen(LocalDate today) {
    return revokedAt == null && !today.isAfter(validUntil);
  }

  public State state(Instant now) {
    if (revokedAt != null) {
      return State.REVOKED;
    }
    if (!isOpen(LocalDate.ofInstant(now, TimeConfiguration.ZONE))) {
      return State.OVER;
    }
    return isLocked(now) ? State.LOCKED : State.OPEN;
  }

  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Whether that it is used now has to be noted. */
  public boolean isStale(Instant now) {
    return usedAt == null || usedAt.plus(TOUCH).isBefore(now);
  }
}
