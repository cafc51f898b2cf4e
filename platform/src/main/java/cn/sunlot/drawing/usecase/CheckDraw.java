package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawing.Draws.Check;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.secrets.Secrets.SealBroken;
import cn.sunlot.kernel.web.ProblemTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final TranscriptMaker transcripts;
  private final StoredChecks stored;
  private final DrawSettings settings;
  private final ProblemTexts texts;

  CheckDraw(
      DrawStore draws,
      CeremonyStore ceremonies,
      TranscriptMaker transcripts,
      StoredChecks stored,
      DrawSettings settings,
      ProblemTexts texts) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.transcripts = transcripts;
    this.stored = stored;
    this.settings = settings;
    this.texts = texts;
  }

  /** Checks the draw; the problems are in the reader's language. */
  public Check run(UUID id) {
    Draw draw = draws.get(id);
    Ceremony ceremony = ceremonies.get(id);
    Locale locale = LocaleContextHolder.getLocale();
    List<String> problems = new ArrayList<>();
    try {
      if (!ceremony.outcomes().isEmpty()) {
        verify(draw, ceremony).forEach(problems::add);
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
    return new Check(problems.isEmpty(), problems);
  }

  private List<String> verify(Draw draw, Ceremony ceremony) {
    try {
      Path file = Files.createTempFile("sunlot-transcript-", ".zip");
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          transcripts.make(draw, ceremony).writeZip(out);
        }
        return Verifier.of(settings.suites())
            .expecting(ceremony.getCommitted().hash())
            .verify(file)
            .findings()
            .stream()
            .map(finding -> finding.in(LocaleContextHolder.getLocale()))
            .toList();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
