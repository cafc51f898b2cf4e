package cn.sunlot.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The demo that the tests of the start have loaded, killed and ended in order. A program that finds
 * a copy of its data does not load the demo again, which takes as long as several journeys.
 */
final class KeptDemo {

  private KeptDemo() {}

  /**
   * Copies the data, where they are of this jar; without them the program loads its demo itself.
   *
   * @param data the folder of a program that has not been started yet
   */
  static void copyTo(Path data, Path jar) throws IOException {
    Path kept = jar.resolveSibling("demo");
    if (isOf(jar, kept.resolve("of-jar"))) {
      try (Stream<Path> all = Files.walk(kept.resolve("data"))) {
        for (Path from : (Iterable<Path>) all::iterator) {
          Path to = data.resolve(kept.resolve("data").relativize(from).toString());
          Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  private static boolean isOf(Path jar, Path mark) throws IOException {
    return Files.exists(mark)
        && Files.readString(mark)
            .equals(Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
  }
}
