package cn.sunlot.translog.witness;

import cn.sunlot.translog.note.SignedCheckpoint;
import java.io.IOException;
import java.util.Optional;

/** What a witness has cosigned last, of each log; outlives the program and the machine. */
public interface WitnessState {

  /** The checkpoint that was cosigned last, with the log's signature and this witness's. */
  Optional<SignedCheckpoint> find(String origin) throws IOException;

  /**
   * Puts a checkpoint in the place of the one that was found before; when this returns true, a
   * power cut does not undo it.
   *
   * @param before what {@link #find} gave
   * @return false, and nothing is changed, if another one has been put there meanwhile
   */
  boolean replace(String origin, Optional<SignedCheckpoint> before, SignedCheckpoint after)
      throws IOException;
}
