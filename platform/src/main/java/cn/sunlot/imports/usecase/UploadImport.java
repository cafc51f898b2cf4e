package cn.sunlot.imports.usecase;

import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.Import.Failure;
import cn.sunlot.imports.domain.Import.SentFile;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.access.SignedIn;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file in and looks at its header; nothing is imported yet. */
@Component
@Transactional
public class UploadImport {

  private final ImportKinds kinds;
  private final SentFiles sent;
  private final ImportStore store;
  private final Numbers numbers;
  private final Clock clock;

  UploadImport(ImportKinds kinds, SentFiles sent, ImportStore store, Numbers numbers, Clock clock) {
    this.kinds = kinds;
    this.sent = sent;
    this.store = store;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Keeps the file.
   *
   * @throws cn.sunlot.kernel.Refused if it is no spreadsheet that can be read safely
   */
  public Import run(String kindName, String fileName, InputStream content, Locale locale) {
    ImportKind kind = kinds.demand(kindName);
    SignedIn person = SignedIn.get();
    SentFiles.Kept kept = sent.keep(content, locale);
    var file = new SentFile(fileName, kept.sha256(), kept.bytes(), kept.header());
    Import added =
        new Import(
            Ids.next(),
            person.authorityId(),
            person.departmentId(),
            new NamedId(person.personId(), person.name()),
            numbers.next(person.authorityId(), "I", LocalDate.now(clock).getYear()),
            kind.name(),
            ImportState.UPLOADED,
            1,
            file,
            Map.of(),
            locale.getLanguage().equals("en") ? "en" : "zh",
            null,
            Counts.NONE,
            null,
            Failure.NONE,
            clock.instant(),
            null);
    store.add(added);
    return added;
  }
}
