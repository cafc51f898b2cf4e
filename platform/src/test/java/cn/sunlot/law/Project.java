package cn.sunlot.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project as they are checked out. */
final class Project {

  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", "dist", ".git", "build");

  private Project() {}

  /** The folder that holds all modules. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }

  /** Files whose names end so, by path; without what builds and package managers write. */
  static List<Path> list(Path folder, String... endings) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .sorted()
          .flatMap(
              entry ->
                  Files.isDirectory(entry)
                      ? isOurs(entry) ? list(entry, endings).stream() : Stream.of()
                      : Stream.of(entry).filter(f -> endsWith(f, endings)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path folder) {
    return !NOT_OURS.contains(folder.getFileName().toString());
  }

  private static boolean endsWith(Path file, String... endings) {
    return Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith);
  }
}
