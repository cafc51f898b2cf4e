package cn.sunlot.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with this class path, which can be killed. */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private ChildJvm(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  static ChildJvm run(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  long pid() {
    return process.pid();
  }

  /** The rest of the next line that begins with the word; fails at the end of what it says. */
  String await(String word) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
      all.append(line).append('\n');
    }
    throw new AssertionError("The child never said '" + word + "'. It said: " + all);
  }

  /** kill -9, and what it still had said. */
  List<String> kill() throws IOException, InterruptedException {
    // Not process.destroyForcibly(): that throws away what was said and not read yet.
    process.toHandle().destroyForcibly();
    List<String> rest = said.lines().toList();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("Process " + process.pid() + " survives kill -9");
    }
    return rest;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
