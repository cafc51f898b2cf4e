package cn.sunlot.kernel.files;

import java.io.IOException;

/** A stored file is not as it was stored: damaged, changed, moved, or the key is another. */
public final class DamagedFile extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedFile(String sha256, String what) {
    super(
        "file "
            + sha256
            + " cannot be opened: "
            + what
            + "; bring it back from a backup, together with keys/secrets.key");
  }
}
