package cn.sunlot.burden.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How often a year a department inspects one target at most, as it made public (N-1).
 *
 * @param departmentId the department or bureau, never a section
 * @param riskClass for targets of this class, or "" for those whose class has none of its own
 * @param document where it was made public
 */
public record PublishedCeiling(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    int year,
    String riskClass,
    int max,
    String document,
    LocalDate publishedOn,
    UUID enteredBy,
    Instant enteredAt) {

  /** Risk classes that one can be for; the first stands for every target. */
  public static final List<String> CLASSES = List.of("", "A", "B", "C", "D", "N");

  /** How often a year at most. */
  public static final int MOST = 365;
}
