package cn.sunlot.kernel.jobs;

/**
 * A kind of long work. It may be run again from the start after a crash at any point, so it does
 * what matters in one transaction and recognises that it was done.
 */
public interface JobWork {

  /** Name of the kind, in wire form. */
  String kind();

  /**
   * Does the work, as the person who started it and seeing what that person sees.
   *
   * @throws JobCancelled when it was asked to stop, thrown by {@link JobRun#progress}
   */
  void run(JobRun run) throws Exception;

  /** Is told that the job was begun too often without ever coming to an end, and will not be. */
  default void giveUp(String subject) {}
}
