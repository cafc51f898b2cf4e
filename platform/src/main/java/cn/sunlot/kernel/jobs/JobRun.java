package cn.sunlot.kernel.jobs;

import java.util.UUID;

/** What work sees of its job. */
public interface JobRun {

  UUID jobId();

  String subject();

  /** Whether the platform shuts down; the work will then begin again, whatever ends it now. */
  boolean stopping();

  /**
   * Says how far it is, in a transaction of its own.
   *
   * @param message key of a text
   * @throws JobCancelled if the job was asked to stop
   */
  void progress(long done, long total, String message);
}
