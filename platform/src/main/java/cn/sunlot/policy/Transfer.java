package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * Leads that another department has to deal with.
 *
 * @param within until when they leave, or null where nothing is laid down
 */
public record Transfer(@Nullable Term within) {

  /** Nothing is laid down, as in versions from before this was asked. */
  public static final Transfer UNSAID = new Transfer(null);
}
