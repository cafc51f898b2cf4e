package cn.sunlot.planning.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Why two proposals that overlap stay two (TZ-M6).
 *
 * @param officeId who decided
 */
public record KeptApart(
    UUID id,
    UUID authorityId,
    UUID officeId,
    UUID proposalId,
    UUID otherId,
    String reason,
    UUID by,
    Instant at) {}
