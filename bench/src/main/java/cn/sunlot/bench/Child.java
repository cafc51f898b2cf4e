package cn.sunlot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A JVM of its own, whose memory nobody else uses, that measures something whenever it is asked;
 * closing it ends it.
 */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;

  private Child(Process process) {
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /**
   * Starts the main method of a class that calls {@link #serve}.
   *
   * @param jvm options of the JVM
   * @param heap most heap, as in -Xmx
   */
  static Child start(List<String> jvm, Class<?> main, String heap, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The number that the child gives for this. */
  long ask(String what) throws IOException {
    tell(what);
    return answer(what);
  }

  /** Asks without waiting for the answer. */
  void tell(String what) {
    questions.println(what);
  }

  /** Ends it as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private long answer(String what) throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the child for measurements has ended while asked for " + what);
    }
    return Long.parseLong(answer);
  }

  @Override
  public void close() {
    questions.close();
    process.destroy();
  }

  /** In the child: answers each line with the number that it stands for, until there are none. */
  static void serve(Map<String, Callable<Long>> numbers) throws Exception {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Callable<Long> number = numbers.get(line);
      if (number == null) {
        throw new IOException("asked for " + line + ", not one of " + numbers.keySet());
      }
      System.out.println(number.call());
    }
  }

  /** The KiB that this process has held at most in memory. */
  static long peak() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(l -> l.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
