package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.DetailField;
import cn.sunlot.registry.domain.KindSchema;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.store.TargetSearch.FullRow;
import cn.sunlot.sheets.Format;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
  private final KindSchemas schemas;

  TargetSheet(TargetSearch search, ProblemTexts texts, KindSchemas schemas) {
    this.search = search;
    this.texts = texts;
    this.schemas = schemas;
  }

  /** Everything there is to say of what the filter leaves: of one kind, its own fields as well. */
  List<String> all(TargetListFilter filter) {
    List<String> all = new ArrayList<>(FIELDS);
    if (filter.kind() != null) {
      schemas.get().of(filter.kind()).stream()
          .map(use -> KindSchema.PREFIX + use.field().name())
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** Whether there is such a column. */
  boolean has(String field) {
    return FIELDS.contains(field)
        || field.startsWith(KindSchema.PREFIX) && schemas.get().find(field).isPresent();
  }

  private String heading(String field, Locale locale) {
    return schemas
        .get()
        .find(field)
        .filter(detail -> field.startsWith(KindSchema.PREFIX))
        .map(detail -> detail.words().in(locale))
        .orElseGet(() -> texts.text("import.targets." + field, locale));
  }

  /**
   * Writes everything that the person who is signed in sees under a filter.
   *
   * @param out closed at the end
   * @param contacts whether contacts are written in full
   * @param progress is told the number of rows now and then
   * @return how many rows
   */
  long write(
      OutputStream out,
      TargetListFilter filter,
      List<String> fields,
      Format format,
      Locale locale,
      boolean contacts,
      LongConsumer progress)
      throws IOException {
    long[] rows = {0};
    try (SheetWriter sheet = open(out, fields, format, locale)) {
      search.forEach(
          SignedIn.get().scope(),
          filter,
          row -> {
            if (rows[0]++ % 2_000 == 0) {
              progress.accept(rows[0]);
            }
            write(sheet, fields.stream().map(f -> cell(row, f, contacts, locale)).toList());
          });
    }
    return rows[0];
  }

  private SheetWriter open(OutputStream out, List<String> fields, Format format, Locale locale)
      throws IOException {
    List<Heading> headings = fields.stream().map(f -> Heading.of(heading(f, locale))).toList();
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

  private String cell(FullRow row, String field, boolean contacts, Locale locale) {
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
      default -> detail(target, field, contacts, locale);
    };
  }

  private String detail(Target target, String field, boolean personal, Locale locale) {
    DetailField detail = schemas.get().find(field).orElseThrow();
    String value = target.details().getOrDefault(detail.name(), "");
    if (!schemas.get().has(target.kind(), detail.name())) {
      return "";
    }
    return detail.personal() && !personal
        ? Objects.requireNonNullElse(Masked.contact(value), "")
        : detail.text(value, locale);
  }
}
