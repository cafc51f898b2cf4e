package cn.sunlot.audit.signing;

import cn.sunlot.kernel.secrets.PrivateFile;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The last checkpoint that this installation signed, kept outside the database: a database that was
 * taken back to an older state must not be signed on from there.
 */
@Component
public class SignedHead {

  private final PrivateFile file;

  SignedHead(@Value("${sunlot.keys}") Path folder) {
    this.file = new PrivateFile(folder, "log.head");
  }

  /** What was signed last, if anything was. */
  public Optional<SignedCheckpoint> read() throws IOException {
    return file.read().map(SignedCheckpoint::parse);
  }

  /** Keeps what was signed and is public now. */
  public void keep(SignedCheckpoint checkpoint) throws IOException {
    file.replace(checkpoint.write());
  }
}
