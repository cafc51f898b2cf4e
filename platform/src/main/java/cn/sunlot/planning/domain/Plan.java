package cn.sunlot.planning.domain;

import java.util.UUID;

/**
 * A yearly plan: what the commands work on.
 *
 * @param number e.g. {@code P-2026-0001}
 * @param version counts changes of the aggregate, for If-Match; not the number of a plan version
 * @param current the newest version that was not discarded, or the first if all were
 */
public record Plan(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    String number,
    int year,
    int version,
    PlanVersion current) {

  public Plan with(PlanVersion other) {
    return new Plan(id, authorityId, departmentId, number, year, version, other);
  }
}
