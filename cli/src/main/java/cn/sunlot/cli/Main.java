package cn.sunlot.cli;

import cn.sunlot.draw.text.Refusal;
import cn.sunlot.sheets.Problem;
import cn.sunlot.sheets.SheetRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts {@code sunlot}. */
public final class Main {

  private Main() {}

  /** The program: exits 0 if all is well, 1 if something is refused, 2 for a wrong command line. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(System.in, out, err, Clock.systemUTC(), args));
  }

  /** Runs one command and returns its exit code. */
  public static int run(
      InputStream in, PrintStream out, PrintStream err, Clock clock, String... args) {
    Console console = new Console(in, out, err, clock, new SecureRandom(), words(args));
    CommandLine line = line(console);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, given) -> misused(console, e));
    line.setExecutionExceptionHandler((e, command, result) -> refused(console, e));
    return line.execute(args);
  }

  /** All commands, with their usage in the console's language. */
  static CommandLine line(Console console) {
    CommandLine line = new CommandLine(new Sunlot(console));
    line.addSubcommand(new DrawCommand(console));
    line.addSubcommand(new MatchCommand(console));
    line.addSubcommand(new VerifyCommand(console));
    line.addSubcommand(new AuditCommand(console));
    line.addSubcommand(new LogExportCommand(console));
    line.addSubcommand(new LogKeyCommand(console));
    line.addSubcommand(new WitnessCommand(console));
    line.addSubcommand(new CheckVectorsCommand(console));
    line.setResourceBundle(console.words().bundle());
    return line;
  }

  /** The language is needed before the command line is read. */
  private static Words words(String... args) {
    List<String> all = Arrays.asList(args);
    int at = all.indexOf("--lang");
    boolean english =
        all.contains("--lang=en")
            || (at >= 0 && at + 1 < all.size() && all.get(at + 1).equals("en"));
    return english ? Words.ENGLISH : Words.CHINESE;
  }

  private static int misused(Console console, ParameterException e) {
    console.complain(Message.of("main.misused", String.valueOf(e.getMessage())));
    console.complain(words -> e.getCommandLine().getUsageMessage());
    return CommandLine.ExitCode.USAGE;
  }

  /** Says what is wrong in the user's language; only what nobody foresaw is thrown on. */
  private static int refused(Console console, Exception e) throws Exception {
    if (e instanceof Trouble trouble) {
      trouble.messages().forEach(console::complain);
    } else if (e instanceof Refusal refusal) {
      console.complain(Message.from(refusal.say()::in));
    } else if (e instanceof SheetRefused refused) {
      console.complain(message(refused.problem()));
    } else if (e instanceof NoSuchFileException missing) {
      console.complain(Message.of("main.no-file", missing.getFile()));
    } else if (e instanceof FileSystemException io) {
      console.complain(Message.of("main.io", String.valueOf(io.getFile()), io.toString()));
    } else if (e instanceof IOException || e instanceof UncheckedIOException) {
      console.complain(Message.of("main.io", "", e.toString()));
    } else {
      throw e;
    }
    return 1;
  }

  /** What a sheet's problem says, with the way out. */
  static Message message(Problem problem) {
    return words ->
        problem.message().in(words.locale()) + " → " + problem.wayOut().in(words.locale());
  }
}
