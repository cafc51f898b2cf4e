package cn.sunlot.policy;

/**
 * Tasks of several departments.
 *
 * @param await whose answer the set-up waits for
 * @param daysToAnswer days within which invited departments answer, where the lead names no day
 * @param handDown which way a drawn list takes into the counties
 */
public record JointTasks(Await await, int daysToAnswer, HandDown handDown) {

  /** What holds in versions from before it was asked. */
  public static final JointTasks UNSAID =
      new JointTasks(Await.ALL_INVITED, 7, HandDown.ALONG_THE_LINES);

  /** Whose answer the set-up of a task waits for. */
  public enum Await {
    ALL_INVITED
  }

  /** Which way a list takes that is drawn above and carried out below. */
  public enum HandDown {
    /** Of the lead and of each participant, to the department of its line. */
    ALONG_THE_LINES
  }

  public JointTasks {
    if (daysToAnswer < 1) {
      throw new IllegalArgumentException("daysToAnswer is at least 1");
    }
  }
}
