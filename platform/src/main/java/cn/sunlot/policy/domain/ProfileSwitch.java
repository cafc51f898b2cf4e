package cn.sunlot.policy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * From a day on an authority works by other rules. Tasks keep the version that they have frozen.
 *
 * @param before id of the profile that would have bound it on that day
 * @param documentNumber of what the switch rests on, e.g. the regulation's own
 */
public record ProfileSwitch(
    UUID id,
    UUID authorityId,
    String profileId,
    String before,
    LocalDate from,
    String reason,
    String documentNumber,
    LocalDate documentDay,
    UUID personId,
    String personName,
    Instant at) {}
