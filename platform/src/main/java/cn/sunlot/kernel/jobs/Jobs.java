package cn.sunlot.kernel.jobs;

import java.util.UUID;

/** The face of long work. */
public interface Jobs {

  /**
   * Starts work on behalf of the person who is signed in, once the transaction under way is
   * committed.
   *
   * @param kind of the {@link JobWork}
   * @param subject what it works on, e.g. the id of an import
   * @return the job's id
   */
  UUID start(String kind, String subject);

  /**
   * A job of the reader's authority.
   *
   * @throws cn.sunlot.kernel.Refused if there is none
   */
  Job get(UUID id);

  /** Asks a job to stop; one that has ended stays as it is. */
  void cancel(UUID id);
}
