package cn.sunlot.planning.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A department has no joint inspection to propose for the plan of a year. Whoever proposes one
 * afterwards has proposed.
 *
 * @param departmentId the department itself, not a section of it
 * @param note often empty
 */
public record NothingProposed(
    UUID authorityId,
    UUID departmentId,
    int year,
    String note,
    UUID personId,
    String personName,
    Instant at) {

  /** In the record of duties what stands where else the number of a proposal does. */
  public static final String DONE_BY = "nothing-to-propose";
}
