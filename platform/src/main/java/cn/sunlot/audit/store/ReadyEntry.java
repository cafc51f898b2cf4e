package cn.sunlot.audit.store;

import cn.sunlot.drawlog.LogEntry;
import java.time.Instant;

/**
 * A committed entry that may get its place.
 *
 * @param id in the record
 * @param hash hex SHA-256(salt ‖ payload)
 */
public record ReadyEntry(
    long id, String type, Instant at, String org, String actor, String ref, String hash) {

  /** The same about a thing that is called otherwise in public. */
  public ReadyEntry about(String publicRef) {
    return new ReadyEntry(id, type, at, org, actor, publicRef, hash);
  }

  /** The entry of the log at this place. */
  public LogEntry at(long seq) {
    return new LogEntry(seq, type, at, org, actor, ref, hash);
  }
}
