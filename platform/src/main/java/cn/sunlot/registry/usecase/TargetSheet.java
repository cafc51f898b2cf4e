package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.store.TargetSearch.FullRow;
import cn.sunlot.sheets.Format;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Targets as a spreadsheet that can be corrected and imported again. */
@Component
class TargetSheet {

  /** What is written, in this order where nothing else is wanted. */
  static final List<String> FIELDS =
      List.of(
          "unit-id",
          "name",
          "responsible-person",
          "contact",
          "address",
          "region-code",
          "kind",
          "risk-class",
          "tags",
          "status");

  private final TargetSearch search;
  private final ProblemTexts texts;

  TargetSheet(TargetSearch search, ProblemTexts texts) {
    this.search = search;
    this.texts = texts;
  }

  /**
   * Writes everything that the person who is signed in sees under a filter.
   *
   * @param contacts whether contacts are written in full
   * @param progress is told the number of rows now and then
   * @return how many rows
   */
  long write(
      Path file,
      TargetListFilter filter,
      List<String> fields,
      Format format,
      Locale locale,
      boolean contacts,
      LongConsumer progress)
      throws IOException {
    long[] rows = {0};
    try (SheetWriter sheet = open(file, fields, format, locale)) {
      search.forEach(
          SignedIn.get().scope(),
          filter,
          row -> {
            if (rows[0]++ % 2_000 == 0) {
              progress.accept(rows[0]);
            }
            write(sheet, fields.stream().map(f -> cell(row, f, contacts)).toList());
          });
    }
    return rows[0];
  }

  private SheetWriter open(Path file, List<String> fields, Format format, Locale locale)
      throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    List<Heading> headings =
        fields.stream().map(f -> Heading.of(texts.text("import.targets." + f, locale))).toList();
    return format == Format.CSV
        ? SheetWriter.csv(out, headings)
        : SheetWriter.xlsx(out, texts.text("import.targets", locale), headings);
  }

  private static void write(SheetWriter sheet, List<String> cells) {
    try {
      sheet.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(FullRow row, String field, boolean contacts) {
    Target target = row.target();
    return switch (field) {
      case "unit-id" -> target.unitId();
      case "name" -> target.name();
      case "responsible-person" -> Objects.requireNonNullElse(target.responsiblePerson(), "");
      case "contact" -> Objects.requireNonNullElse(contacts ? row.contact() : target.contact(), "");
      case "address" -> target.address();
      case "region-code" -> target.regionCode();
      case "kind" -> target.kind();
      case "risk-class" -> target.riskClass();
      case "tags" -> String.join("；", target.tags().stream().sorted().toList());
      case "status" -> target.status();
      default -> throw new IllegalArgumentException(field);
    };
  }
}
