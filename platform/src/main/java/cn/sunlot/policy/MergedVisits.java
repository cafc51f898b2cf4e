package cn.sunlot.policy;

/**
 * What holds for a visit merged from several tasks.
 *
 * @param count how it counts for every limit
 * @param profile whose profile rules it; the strictest date of all tasks holds all the same
 */
public record MergedVisits(Count count, ProfileOf profile) {

  /** How often a merged visit counts for a limit. */
  public enum Count {
    ONCE
  }

  /** Whose profile rules the visit. */
  public enum ProfileOf {
    LEAD_OF_THE_EARLIEST_TASK
  }
}
