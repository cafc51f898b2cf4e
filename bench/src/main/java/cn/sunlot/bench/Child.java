package cn.sunlot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A measurement in a JVM of its own, whose memory nobody else uses. The child prints figures with
 * {@link #say}; the parent reads them by name.
 */
final class Child {
  private static final String MARK = "figure ";

  private final TreeMap<String, List<Long>> figures = new TreeMap<>();

  private Child() {}

  /**
   * Runs the main method of a class and waits for its end.
   *
   * @param heap most heap, as in -Xmx
   */
  static Child run(Class<?> main, String heap, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Child child = new Child();
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(child::read);
    } finally {
      process.destroy();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(main.getSimpleName() + " ended with " + process.exitValue());
    }
    return child;
  }

  private void read(String line) {
    if (line.startsWith(MARK)) {
      String[] words = line.substring(MARK.length()).split(" ");
      figures.computeIfAbsent(words[0], name -> new ArrayList<>()).add(Long.parseLong(words[1]));
    }
  }

  /** The times of this name. */
  Timed timed(String name) {
    return new Timed(all(name));
  }

  /** The one number of this name. */
  long number(String name) {
    return all(name).get(0);
  }

  private List<Long> all(String name) {
    return figures.getOrDefault(name, List.of());
  }

  /** In the child: reports a figure. */
  static void say(String name, long value) {
    System.out.println(MARK + name + " " + value);
  }

  /** In the child: reports times. */
  static void say(String name, Timed times) {
    times.nanos().forEach(nanos -> say(name, nanos));
  }

  /** In the child: reports, as {@code peak}, the KiB that this process held at most in memory. */
  static void sayPeak() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(l -> l.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    say("peak", Long.parseLong(line.replaceAll("\\D", "")));
  }
}
