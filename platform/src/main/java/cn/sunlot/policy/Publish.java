package cn.sunlot.policy;

/**
 * When results are public.
 *
 * @param reviewBy who releases them
 * @param otherwise what happens to what may not be public
 */
public record Publish(Term within, Approver reviewBy, Otherwise otherwise) {

  /** What happens to what may not be public. */
  public enum Otherwise {
    NOT_PUBLISHED,
    LIMITED_CIRCULATION
  }
}
