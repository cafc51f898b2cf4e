package cn.sunlot.tasking.usecase;

/** Is told how far work on a pool is; may throw to end it. */
@FunctionalInterface
interface PoolProgress {

  /** Small pools are done before anybody looks. */
  PoolProgress UNSEEN = (done, total, message) -> {};

  /** How many lines pass between two words. */
  int EVERY = 20_000;

  /**
   * Says it.
   *
   * @param message key of a text
   */
  void say(long done, long total, String message);
}
