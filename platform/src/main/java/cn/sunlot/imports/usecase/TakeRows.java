package cn.sunlot.imports.usecase;

import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.imports.ImportProblem;
import cn.sunlot.imports.RowImports;
import cn.sunlot.imports.RowKind;
import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.Import.Failure;
import cn.sunlot.imports.domain.Import.SentFile;
import cn.sunlot.imports.domain.ImportCommand;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.domain.Issue;
import cn.sunlot.imports.domain.RowLoop;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.imports.store.StagingRows;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Refused.FieldError;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.sheets.Header;
import cn.sunlot.sheets.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes rows of another system in one transaction. What was sent is kept like a file, and stands in
 * the list of imports.
 */
@Component
@Transactional
class TakeRows implements RowImports {

  private final ImportKinds kinds;
  private final Files files;
  private final ImportStore store;
  private final ImportSteps steps;
  private final StagingRows staging;
  private final IssueTexts texts;
  private final Numbers numbers;
  private final ObjectMapper json;
  private final Clock clock;

  TakeRows(
      ImportKinds kinds,
      Files files,
      ImportStore store,
      ImportSteps steps,
      StagingRows staging,
      IssueTexts texts,
      Numbers numbers,
      ObjectMapper json,
      Clock clock) {
    this.kinds = kinds;
    this.files = files;
    this.store = store;
    this.steps = steps;
    this.staging = staging;
    this.texts = texts;
    this.numbers = numbers;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Answers take(
      String kindName, List<Map<String, String>> rows, boolean together, Locale locale) {
    RowKind kind = kinds.demandRowKind(kindName);
    Import im = begin(kind, rows, locale);
    Map<Integer, Staged> taken = new LinkedHashMap<>();
    Map<Integer, List<FieldError>> said = new LinkedHashMap<>();
    var loop = new RowLoop(kind, PreviewImport.context(im), im.mapping(), im.file().header());
    for (int i = 1; i <= rows.size(); i++) {
      RowLoop.Outcome outcome = loop.take(row(i, im.file().header(), rows.get(i - 1)));
      said.put(i, inWords(i, outcome, locale));
      if (outcome.staged() != null) {
        taken.put(i, outcome.staged());
      }
    }
    if (together && taken.size() < rows.size()) {
      throw refused(said, taken);
    }
    Map<Integer, Outcome> outcomes = merge(im, kind, taken, loop.counts());
    List<Answer> answers = new ArrayList<>();
    said.forEach(
        (row, issues) ->
            answers.add(new Answer(row, outcomes.getOrDefault(row, Outcome.REFUSED), issues)));
    return new Answers(im.id(), im.number(), answers);
  }

  private static Refused refused(Map<Integer, List<FieldError>> said, Map<Integer, Staged> taken) {
    return Refused.because(ImportProblem.ROWS_REFUSED, said.size() - taken.size(), said.size())
        .with(
            said.entrySet().stream()
                .filter(entry -> !taken.containsKey(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList());
  }

  private Map<Integer, Outcome> merge(
      Import im, RowKind kind, Map<Integer, Staged> taken, Counts read) {
    staging.add(kind.staging(), im.id(), taken);
    Merged merged = kind.merge(PreviewImport.context(im));
    if (merged.total() != taken.size()) {
      throw new IllegalStateException(im.number() + ": " + taken.size() + " taken, " + merged);
    }
    Map<Integer, Outcome> outcomes = kind.outcomes(PreviewImport.context(im));
    staging.remove(kind.staging(), im.id());
    var counts =
        new Counts(
            read.read(),
            merged.added(),
            merged.changed(),
            merged.unchanged(),
            read.rejected(),
            read.warned(),
            read.findings());
    steps.take(
        im,
        ImportCommand.FINISH,
        new ImportSteps.Left(im.mapping(), null, counts, null, Failure.NONE));
    return outcomes;
  }

  private Import begin(ImportKind kind, List<Map<String, String>> rows, Locale locale) {
    SignedIn person = SignedIn.get();
    List<String> fields = kind.fields().stream().map(Field::name).toList();
    Map<String, String> mapping = new LinkedHashMap<>();
    fields.forEach(field -> mapping.put(field, field));
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
            keep(rows, fields),
            mapping,
            locale.getLanguage().equals("en") ? "en" : "zh",
            null,
            Counts.NONE,
            null,
            Failure.NONE,
            clock.instant(),
            null);
    store.add(added);
    return steps.take(added, ImportCommand.START, ImportSteps.Left.of(added));
  }

  private SentFile keep(List<Map<String, String>> rows, List<String> fields) {
    try {
      Files.Stored stored =
          files.storeSealed(new ByteArrayInputStream(json.writeValueAsBytes(rows)));
      return new SentFile("rows.json", stored.sha256(), stored.size(), fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(int number, List<String> fields, Map<String, String> cells) {
    List<String> raw = fields.stream().map(field -> cells.getOrDefault(field, "")).toList();
    return new Row(number, new Header(0, 0, fields), raw, List.of());
  }

  /** Why a row is refused; of one that is taken, what is doubtful. */
  private List<FieldError> inWords(int row, RowLoop.Outcome outcome, Locale locale) {
    boolean refused = outcome.staged() == null;
    return outcome.issues().stream()
        .filter(issue -> !(refused && issue.warning()))
        .map(issue -> inWords(row, issue, locale))
        .toList();
  }

  private FieldError inWords(int row, Issue issue, Locale locale) {
    return new FieldError(
        row,
        issue.field(),
        issue.value(),
        texts.what(issue).in(locale),
        texts.wayOut(issue).in(locale));
  }
}
