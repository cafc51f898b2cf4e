package cn.sunlot.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in which an embedded database was made, used for nothing yet and closed. */
final class Installed {
  private Installed() {}

  /** Puts such a folder at this place; the first call in a JVM makes one, the others copy it. */
  static synchronized void at(Path folder) throws IOException, InterruptedException {
    Path made =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("sunlot-installed-" + ProcessHandle.current().pid());
    if (Files.notExists(made)) {
      EmbeddedDatabase.start(made).close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
    }
    Process copy = new ProcessBuilder("cp", "-a", made.toString(), folder.toString()).start();
    if (copy.waitFor() != 0) {
      throw new IOException("cp -a " + made + " " + folder + " failed");
    }
  }

  private static void remove(Path made) {
    try {
      PrivateFolder.remove(made);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
