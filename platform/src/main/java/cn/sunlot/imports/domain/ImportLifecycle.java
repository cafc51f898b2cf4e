package cn.sunlot.imports.domain;

import static cn.sunlot.imports.domain.ImportCommand.*;
import static cn.sunlot.imports.domain.ImportState.*;
import static cn.sunlot.kernel.Lifecycle.edge;

import cn.sunlot.kernel.Lifecycle;

/** From a file to rows in a registry. */
public final class ImportLifecycle {

  public static final Lifecycle<ImportState, ImportCommand> TABLE =
      new Lifecycle<>(
          "import",
          edge(UPLOADED, START, RUNNING, "import-started", "PDS-11"),
          edge(RUNNING, CANCEL, CANCELLED, "import-cancelled", ""),
          edge(RUNNING, FINISH, DONE, "import-finished", "PDS-11"),
          edge(RUNNING, FAIL, FAILED, "import-failed", ""),
          edge(FAILED, START, RUNNING, "import-started", ""),
          edge(CANCELLED, START, RUNNING, "import-started", ""));

  private ImportLifecycle() {}
}
