package cn.sunlot.imports.usecase;

import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.ImportProblem;
import cn.sunlot.imports.domain.Columns;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Issue;
import cn.sunlot.imports.domain.RowLoop;
import cn.sunlot.imports.domain.RowLoop.Outcome;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows how a file would be taken: its first rows, and what a scan of all rows counts. */
@Component
@Transactional
public class PreviewImport {

  private static final int ROWS_SHOWN = 20;

  /**
   * A row as it would be taken.
   *
   * @param values field → text
   */
  public record PreviewRow(
      long number, Map<String, String> values, boolean rejected, List<Issue> issues) {}

  /**
   * What a scan found.
   *
   * @param mapping field → name of the column
   * @param unused names of columns that nothing is taken from
   */
  public record Preview(
      Map<String, String> mapping,
      List<String> unused,
      Import.Counts counts,
      List<PreviewRow> rows) {}

  private final ImportStore store;
  private final ImportKinds kinds;
  private final SentFiles files;

  PreviewImport(ImportStore store, ImportKinds kinds, SentFiles files) {
    this.store = store;
    this.kinds = kinds;
    this.files = files;
  }

  /** The assignment remembered for such a header, or a guess by names. */
  public Map<String, String> suggest(Import of) {
    ImportKind kind = kinds.demand(of.kind());
    List<String> header = of.file().header();
    return store
        .findMapping(of.authorityId(), of.kind(), Columns.headerKey(header))
        .filter(mapping -> Columns.wrong(kind.fields(), header, mapping).isEmpty())
        .orElseGet(() -> Columns.guess(kind.fields(), kinds.titles(kind), header));
  }

  /** Scans the file under an assignment of columns. */
  public Preview run(UUID id, Map<String, String> mapping, Locale locale) {
    Import of = store.getHandled(id);
    ImportKind kind = kinds.demand(of.kind());
    demandRight(kind, of, mapping);
    var loop = new RowLoop(kind, context(of), mapping, of.file().header());
    List<PreviewRow> rows = new ArrayList<>();
    files.scan(
        of,
        loop,
        outcome -> {
          if (rows.size() < ROWS_SHOWN) {
            rows.add(row(kind, outcome));
          }
        },
        locale);
    store.keepRows(id, loop.counts().read());
    List<String> unused =
        of.file().header().stream()
            .filter(name -> !name.isEmpty() && !mapping.containsValue(name))
            .toList();
    return new Preview(mapping, unused, loop.counts(), rows);
  }

  static void demandRight(ImportKind kind, Import of, Map<String, String> mapping) {
    List<WrongValue> wrong = Columns.wrong(kind.fields(), of.file().header(), mapping);
    if (!wrong.isEmpty()) {
      throw Refused.because(ImportProblem.MAPPING_WRONG, wrong.size()).naming(wrong);
    }
  }

  static ImportKind.Context context(Import of) {
    return new ImportKind.Context(of.id(), of.authorityId(), SignedIn.get().personId());
  }

  private static PreviewRow row(ImportKind kind, Outcome outcome) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : kind.fields()) {
      int column = kind.staging().columns().indexOf(field.name().replace('-', '_'));
      String value =
          column < 0 || outcome.staged() == null || field.sealed()
              ? outcome.cells().get(field.name())
              : outcome.staged().values().get(column);
      if (value != null) {
        values.put(field.name(), shown(value));
      }
    }
    return new PreviewRow(
        outcome.cells().row().number(), values, outcome.staged() == null, outcome.issues());
  }

  /** An array of the staging table as a person writes it. */
  private static String shown(String value) {
    return value.startsWith("{") && value.endsWith("}")
        ? value.substring(1, value.length() - 1).replace("\"", "").replace(",", "；")
        : value;
  }
}
