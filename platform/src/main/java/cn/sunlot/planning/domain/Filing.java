package cn.sunlot.planning.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a version of a plan was filed (TZ-M6, TZ-14, PDS-8, RS-2.4).
 *
 * @param number of the plan's version
 * @param with whom
 * @param on the day
 * @param reference number of the receipt or letter
 */
public record Filing(
    UUID id, int number, FiledWith with, LocalDate on, String reference, UUID by, Instant at) {}
