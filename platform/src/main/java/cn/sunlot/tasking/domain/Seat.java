package cn.sunlot.tasking.domain;

import java.util.UUID;

/**
 * A place in a team.
 *
 * @param role orders itself: {@code a-leader}, {@code b-member} of the department that leads,
 *     {@code c-partner-1} … of those that take part
 * @param departmentId whose people fill it
 * @param first whether it is the first of its department, who must be entered for all of its items;
 *     the others for one at least
 */
public record Seat(String role, UUID departmentId, boolean first) {

  public static final String LEADER = "a-leader";

  public boolean isLeader() {
    return role.equals(LEADER);
  }
}
