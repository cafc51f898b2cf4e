package cn.sunlot.drawlog;

import cn.sunlot.draw.json.Json;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.io.IOException;
import java.util.Optional;

/** A whole log as it is published, from the first entry to those that a checkpoint covers. */
public interface WholeLog {

  /**
   * Its checkpoint; not verified yet.
   *
   * @throws cn.sunlot.translog.BadNote if it is none
   */
  SignedCheckpoint checkpoint() throws IOException;

  /**
   * The bytes of an entry; not verified yet.
   *
   * @throws cn.sunlot.translog.BadTile if it is missing or cannot be read
   */
  byte[] entry(long seq) throws IOException;

  /**
   * A payload that has been published with its salt; not verified yet.
   *
   * @throws cn.sunlot.draw.text.Refusal if it is not written as it must be
   */
  Optional<Payload> payload(long seq) throws IOException;

  /**
   * A payload.
   *
   * @param salt 64 hex digits
   */
  record Payload(Json payload, String salt) {}
}
