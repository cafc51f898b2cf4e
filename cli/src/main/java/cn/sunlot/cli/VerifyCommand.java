package cn.sunlot.cli;

import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.Outcome;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sunlot verify}: repeats a draw from its transcript, check by check. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

  private static final int SHOWN = 50;

  private final Console console;

  @Parameters(index = "0", paramLabel = "transcript.zip|DIR")
  Path transcript = Path.of("");

  @Option(names = "--expect", paramLabel = "HASH")
  @Nullable String expected;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(transcript)) {
      throw new NoSuchFileException(transcript.toString());
    }
    Verifier verifier = Verifier.of(Console.suites());
    if (expected != null) {
      if (!expected.matches("[0-9a-f]{64}")) {
        throw Trouble.of("verify.expect", expected);
      }
      verifier = verifier.expecting(expected);
    }
    Report report = verifier.verify(transcript);
    print(report);
    return report.accepted() ? 0 : 1;
  }

  private void print(Report report) {
    Locale locale = console.words().locale();
    report.warnings().forEach(warning -> console.say("verify.warning", warning.in(locale)));
    for (Outcome outcome : report.outcomes()) {
      String sign =
          switch (outcome.status()) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case NOT_CHECKED -> "–";
          };
      console.line(
          String.format(
              Locale.ROOT, "%-4s%s %s", outcome.check(), sign, outcome.check().title().in(locale)));
      outcome.notes().stream().map(note -> note.in(locale)).forEach(this::indent);
      List<Finding> findings = outcome.findings();
      findings.stream().limit(SHOWN).map(finding -> finding.in(locale)).forEach(this::indent);
      if (findings.size() > SHOWN) {
        indent(console.words().say("verify.more", findings.size() - SHOWN));
      }
    }
    console.line(Say.of(report.accepted() ? "report.accepted" : "report.refused").in(locale));
    console.say("verify.cannot");
  }

  private void indent(String text) {
    console.line("      " + text);
  }
}
