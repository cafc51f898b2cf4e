package cn.sunlot.catalog.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Joint items that the office of the joint conference published at once (TZ-M3).
 *
 * @param officeId the office
 * @param number of the year, without gaps
 * @param from first day on which its items are in force
 */
public record Batch(
    UUID id,
    UUID authorityId,
    UUID officeId,
    String region,
    String number,
    String name,
    LocalDate from,
    UUID publishedBy,
    Instant publishedAt) {}
