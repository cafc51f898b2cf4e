package cn.sunlot.drawlog;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.translog.note.Checkpoint;

/**
 * A step whose entry is shown to be in the log.
 *
 * @param type which step
 * @param entry what the log holds
 * @param bytes of the entry
 * @param payload what it stands for
 * @param checkpoint under which it is proved
 */
record Step(StepType type, LogEntry entry, byte[] bytes, Json payload, Checkpoint checkpoint) {

  long seq() {
    return entry.seq();
  }

  /** Where a finding about the entry shows. */
  String file() {
    return TranscriptFiles.step(seq(), "entry.json");
  }
}
