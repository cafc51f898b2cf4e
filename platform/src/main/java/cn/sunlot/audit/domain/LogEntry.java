package cn.sunlot.audit.domain;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import java.time.Instant;

/**
 * An entry as the public log holds it: who did what when, by pseudonym, with the salted hash of
 * what stays in the database.
 *
 * @param id of the entry in the record
 * @param hash 64 hex digits
 */
public record LogEntry(
    long id, String type, Instant at, String org, String actor, String ref, String hash) {

  /** The same entry about a thing that is called otherwise. */
  public LogEntry about(String otherRef) {
    return new LogEntry(id, type, at, org, actor, otherRef, hash);
  }

  /** The bytes of the leaf at this place: canonical JSON, all values text except the version. */
  public byte[] write(long seq) {
    return Jcs.write(
        Json.object()
            .put("v", 1)
            .put("seq", Long.toString(seq))
            .put("type", type)
            .put("at", at.toString())
            .put("org", org)
            .put("actor", actor)
            .put("ref", ref)
            .put("hash", hash)
            .build());
  }
}
