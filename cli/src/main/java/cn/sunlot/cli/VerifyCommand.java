package cn.sunlot.cli;

import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.LogCheck;
import cn.sunlot.draw.verify.Outcome;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawlog.LogFolder;
import cn.sunlot.drawlog.TranscriptLogCheck;
import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Option(names = "--log", paramLabel = "DIR")
  @Nullable Path log;

  @Option(names = "--log-key", paramLabel = "KEY")
  List<String> logKeys = List.of();

  @Option(names = "--witness-key", paramLabel = "KEY")
  List<String> witnessKeys = List.of();

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(transcript)) {
      throw new NoSuchFileException(transcript.toString());
    }
    Verifier verifier = Verifier.of(Console.suites()).withLog(logCheck());
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

  private LogCheck logCheck() throws IOException {
    TranscriptLogCheck check =
        TranscriptLogCheck.of(Console.suites())
            .signedBy(keys("--log-key", KeyType.ED25519, logKeys))
            .witnessedBy(keys("--witness-key", KeyType.COSIGNATURE, witnessKeys));
    if (log == null) {
      return check;
    }
    try {
      return check.in(new LogFolder(log));
    } catch (Unsound e) {
      throw new Trouble(List.of(Message.of("verify.log", log, Message.from(e::in))));
    }
  }

  private static List<VerifierKey> keys(String option, KeyType type, List<String> texts) {
    List<VerifierKey> keys = new ArrayList<>();
    for (String text : texts) {
      try {
        VerifierKey key = VerifierKey.parse(text);
        if (key.type() != type) {
          throw Trouble.of("verify.key-type", option, text);
        }
        keys.add(key);
      } catch (BadNote e) {
        throw new Trouble(List.of(Message.of("verify.key", option, Message.from(e::in))));
      }
    }
    return keys;
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
