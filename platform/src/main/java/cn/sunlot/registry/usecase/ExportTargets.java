package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
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
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the list of targets as a spreadsheet that can be corrected and imported again. */
@Component
@Transactional
public class ExportTargets {

  /** More would keep a request waiting for too long. */
  static final int MAX_ROWS = 300_000;

  private static final List<String> FIELDS =
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
  private final AuditLog audit;

  ExportTargets(TargetSearch search, ProblemTexts texts, AuditLog audit) {
    this.search = search;
    this.texts = texts;
    this.audit = audit;
  }

  /**
   * Writes a temporary file, for the caller to delete.
   *
   * @throws Refused if the list is too long
   */
  public Path run(TargetListFilter filter, Format format, Locale locale) {
    SignedIn person = SignedIn.get();
    long rows = search.count(person.scope(), filter);
    if (rows > MAX_ROWS) {
      throw Refused.because(
          RegistryProblem.EXPORT_TOO_LARGE, String.valueOf(rows), String.valueOf(MAX_ROWS));
    }
    boolean contacts = person.may(Permission.TARGETS_EDIT);
    try {
      Path file = Files.createTempFile("sunlot-targets-", "");
      try (SheetWriter sheet = open(file, format, locale)) {
        search.forEach(person.scope(), filter, row -> write(sheet, cells(row.target(), contacts)));
      }
      audit.record("targets-exported", person.login(), Map.of("rows", rows, "contacts", contacts));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SheetWriter open(Path file, Format format, Locale locale) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    List<Heading> headings =
        FIELDS.stream().map(f -> Heading.of(texts.text("import.targets." + f, locale))).toList();
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

  private static List<String> cells(Target target, boolean contacts) {
    String contact = contacts ? target.contact() : Masked.contact(target.contact());
    return List.of(
        target.unitId(),
        target.name(),
        Objects.requireNonNullElse(target.responsiblePerson(), ""),
        Objects.requireNonNullElse(contact, ""),
        target.address(),
        target.regionCode(),
        target.kind(),
        target.riskClass(),
        String.join("；", target.tags().stream().sorted().toList()),
        target.status());
  }
}
