package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.PublicLog;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.verify.Outcome;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawing.Draws.Check;
import cn.sunlot.drawing.Draws.Checked;
import cn.sunlot.drawing.Draws.Verdict;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawlog.TranscriptLogCheck;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.secrets.Secrets.SealBroken;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.VerifierKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes a stored draw: its transcript with the public verifier, then what only the platform
 * holds: rows, deadlines, the order behind the tokens.
 */
@Component
@Transactional(readOnly = true)
public class CheckDraw {

  /** Entries of the log that are read for one check; beyond that, a copy of the log is checked. */
  private static final long LONGEST = 200_000;

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final TranscriptMaker transcripts;
  private final StoredChecks stored;
  private final DrawSettings settings;
  private final PublicLog log;
  private final ProblemTexts texts;

  CheckDraw(
      DrawStore draws,
      CeremonyStore ceremonies,
      TranscriptMaker transcripts,
      StoredChecks stored,
      DrawSettings settings,
      PublicLog log,
      ProblemTexts texts) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.transcripts = transcripts;
    this.stored = stored;
    this.settings = settings;
    this.log = log;
    this.texts = texts;
  }

  /** Checks the draw; all that it says is in the reader's language. */
  public Check run(UUID id) {
    Draw draw = draws.get(id);
    Ceremony ceremony = ceremonies.get(id);
    Locale locale = LocaleContextHolder.getLocale();
    List<String> problems = new ArrayList<>();
    Optional<Report> report = Optional.empty();
    try {
      if (!ceremony.outcomes().isEmpty()) {
        report = Optional.of(verify(draw, ceremony));
        report.get().findings().forEach(finding -> problems.add(finding.in(locale)));
      }
      stored
          .run(draw, ceremony)
          .forEach(w -> problems.add(texts.text(w.key(), locale, w.arguments().toArray())));
    } catch (Refusal refusal) {
      problems.add(refusal.say().in(locale));
    } catch (Refused refused) {
      problems.add(String.valueOf(texts.of(refused, locale).detail()));
    } catch (SealBroken broken) {
      problems.add(texts.text("drawing.check.seal", locale));
    } catch (UncheckedIOException missing) {
      problems.add(texts.text("drawing.check.file", locale, String.valueOf(missing.getMessage())));
    }
    return new Check(
        problems.isEmpty(), problems, report.map(r -> verdict(r, locale)).orElse(null));
  }

  private static Verdict verdict(Report report, Locale locale) {
    return new Verdict(
        report.warnings().stream().map(warning -> warning.in(locale)).toList(),
        report.outcomes().stream().map(outcome -> checked(outcome, locale)).toList(),
        Say.of(report.accepted() ? "report.accepted" : "report.refused").in(locale));
  }

  private static Checked checked(Outcome outcome, Locale locale) {
    return new Checked(
        outcome.check().name(),
        Lifecycle.wireName(outcome.status()),
        outcome.check().title().in(locale),
        Stream.concat(
                outcome.notes().stream().map(note -> note.in(locale)),
                outcome.findings().stream().map(finding -> finding.in(locale)))
            .toList());
  }

  /** By the keys and the whole log that the platform itself has, where that is not too long. */
  private TranscriptLogCheck logCheck() {
    TranscriptLogCheck check = TranscriptLogCheck.of(settings.suites());
    List<VerifierKey> keys = log.keys();
    TranscriptLogCheck known =
        check.signedBy(of(keys, KeyType.ED25519)).witnessedBy(of(keys, KeyType.COSIGNATURE));
    return log.findCheckpoint()
        .filter(signed -> signed.checkpoint().size() <= LONGEST)
        .map(signed -> known.in(new PublishedLog(log, signed)))
        .orElse(known);
  }

  private static List<VerifierKey> of(List<VerifierKey> keys, KeyType type) {
    return keys.stream().filter(key -> key.type() == type).toList();
  }

  private Report verify(Draw draw, Ceremony ceremony) {
    try {
      Path file = Files.createTempFile("sunlot-transcript-", ".zip");
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          transcripts.make(draw, ceremony).writeZip(out);
        }
        return Verifier.of(settings.suites())
            .withLog(logCheck())
            .expecting(ceremony.getCommitted().hash())
            .verify(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
