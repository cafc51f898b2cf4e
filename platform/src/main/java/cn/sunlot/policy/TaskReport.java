package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report that ends a task.
 *
 * @param within its term, null where none is required
 */
public record TaskReport(boolean required, @Nullable Term within, Set<Content> contains) {

  /** What a task report states. */
  public enum Content {
    TIME,
    NUMBER_OF_TARGETS,
    CONTENT,
    FINDINGS,
    PROPOSED_HANDLING
  }

  public TaskReport {
    if (required && within == null) {
      throw new IllegalArgumentException("a required report has a term: within");
    }
    contains = Set.copyOf(contains);
  }
}
