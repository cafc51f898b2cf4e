package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * When results are public. What is null, as in versions from before it was asked, is not laid down.
 *
 * @param within the last day
 * @param reviewBy who releases them
 * @param otherwise what happens to what may not be public
 * @param collectedMobile when a result that was entered by mobile app is released and collected
 *     under its target
 * @param collectedOtherwise until when one that was entered in another way is
 * @param by who publishes
 */
public record Publish(
    Term within,
    Approver reviewBy,
    Otherwise otherwise,
    @Nullable Collected collectedMobile,
    @Nullable Term collectedOtherwise,
    @Nullable Publisher by) {

  /** What happens to what may not be public. */
  public enum Otherwise {
    NOT_PUBLISHED,
    LIMITED_CIRCULATION
  }

  /** When a result is collected. */
  public enum Collected {
    AT_ONCE
  }

  /** Who publishes. */
  public enum Publisher {
    EACH_DEPARTMENT_ITS_ITEMS
  }
}
