package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * Who goes to a target.
 *
 * @param min officers at least
 * @param leadMin officers of the lead department at least, or null where nothing is said of it
 * @param expertsOutsideTeam experts and other assistants do not count as team
 * @param leaderFrom whose officer leads, or null where nothing is said of it
 */
public record Team(
    int min,
    @Nullable Integer leadMin,
    Leader leader,
    boolean expertsOutsideTeam,
    @Nullable LeaderFrom leaderFrom) {

  /** Whether the team has a leader. */
  public enum Leader {
    OPTIONAL,
    ONE,
    /** One of the drawn inspectors, named for it. */
    ONE_DRAWN_INSPECTOR_DESIGNATED
  }

  /** Whose officer leads the team. */
  public enum LeaderFrom {
    LEAD_DEPARTMENT,
    INITIATING_DEPARTMENT
  }

  public Team {
    if (min < 1) {
      throw new IllegalArgumentException("min is at least 1");
    }
    if (leadMin != null && leadMin < 0) {
      throw new IllegalArgumentException("lead-min is not negative");
    }
  }

  /** Whether a team must have a leader. */
  public boolean needsLeader() {
    return leader != Leader.OPTIONAL;
  }
}
