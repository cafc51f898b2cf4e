package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * Who goes to a target.
 *
 * @param min officers at least
 * @param leadMin officers of the lead department at least, or null where nothing is said of it
 * @param expertsOutsideTeam experts and other assistants do not count as team
 */
public record Team(int min, @Nullable Integer leadMin, Leader leader, boolean expertsOutsideTeam) {

  /** Whether the team has a leader. */
  public enum Leader {
    OPTIONAL,
    ONE
  }

  public Team {
    if (min < 1) {
      throw new IllegalArgumentException("min is at least 1");
    }
  }
}
