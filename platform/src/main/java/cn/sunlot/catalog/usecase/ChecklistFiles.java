package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.TableColumn;
import cn.sunlot.catalog.domain.TableNotation;
import cn.sunlot.catalog.domain.TableReader;
import cn.sunlot.catalog.domain.TableReader.Line;
import cn.sunlot.catalog.domain.TableWords;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionError;
import cn.sunlot.checklist.DefinitionJson;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Refused.FieldError;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Row;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.SheetRefused;
import cn.sunlot.sheets.SheetWriter;
import cn.sunlot.sheets.Sheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checklists as files: JSON of the form model, and spreadsheets with a row for each question. */
@Component
public class ChecklistFiles {

  /** More than the largest checklist has. */
  private static final Limits LIMITS = new Limits(1000, 60, 32_767, 20, 8L << 20, 64L << 20, 200);

  private final ProblemTexts texts;

  ChecklistFiles(ProblemTexts texts) {
    this.texts = texts;
  }

  public byte[] json(Definition definition) {
    return DefinitionJson.file(definition).getBytes(StandardCharsets.UTF_8);
  }

  /** A workbook whose headings say how to fill it in. */
  public byte[] workbook(Definition definition, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    var bytes = new ByteArrayOutputStream();
    try (SheetWriter sheet =
        SheetWriter.xlsx(bytes, texts.text("catalog.table.sheet", locale), headings(locale))) {
      for (List<String> row : TableNotation.rows(definition, words(english))) {
        sheet.row(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A workbook with an example of most kinds of questions. */
  public byte[] template(Locale locale) {
    String name = locale.getLanguage().equals("en") ? "template_en.json" : "template.json";
    try (var in = ChecklistFiles.class.getResourceAsStream("/checklists/" + name)) {
      Definition example =
          Objects.requireNonNull(
              DefinitionJson.parse(
                      new String(
                          Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8))
                  .definition());
      return workbook(example, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Heading> headings(Locale locale) {
    return Arrays.stream(TableColumn.values())
        .map(
            c ->
                new Heading(
                    name(c, locale),
                    c.width(),
                    texts.text("catalog.table.note." + c.field(), locale)))
        .toList();
  }

  private String name(TableColumn column, Locale locale) {
    return texts.text("catalog.table." + column.field(), locale);
  }

  private TableWords words(boolean english) {
    return new TableWords(
        (key, inEnglish) -> texts.text(key, inEnglish ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE),
        english);
  }

  /**
   * Reads a file of either kind.
   *
   * @throws Refused naming what is wrong: in a spreadsheet by row and column, in JSON by section,
   *     question and field
   */
  public Definition read(Path file, String name, Locale locale) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json")
        ? readJson(file, name, locale)
        : readSheet(file, name, locale);
  }

  private Definition readJson(Path file, String name, Locale locale) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      text = "";
    }
    var parsed = DefinitionJson.parse(text);
    Definition definition = parsed.definition();
    if (definition == null || !parsed.errors().isEmpty()) {
      throw refused(
          name, parsed.errors().stream().map(e -> inWords(definition, e, locale)).toList());
    }
    return definition;
  }

  private FieldError inWords(
      @Nullable Definition definition, DefinitionError error, Locale locale) {
    Object[] arguments = error.arguments().toArray();
    String key = "checklist.wrong." + error.key();
    String said = texts.text(key, locale, arguments);
    return new FieldError(
        null,
        error.field(),
        null,
        texts.text("checklist.colon", locale, place(definition, error, locale), said),
        texts.text(key + ".fix", locale, arguments));
  }

  private String place(@Nullable Definition definition, DefinitionError error, Locale locale) {
    if (error.section() < 0) {
      return texts.text("checklist.where.checklist", locale);
    }
    var section = definition == null ? null : definition.sections().get(error.section());
    String place =
        texts.text(
            "checklist.where.section",
            locale,
            String.valueOf(error.section() + 1),
            section == null ? "" : section.title());
    if (error.question() < 0) {
      return place;
    }
    String code = section == null ? "" : section.questions().get(error.question()).code();
    return texts.text(
        "checklist.join",
        locale,
        place,
        texts.text(
            "checklist.where.question",
            locale,
            code.isEmpty() ? String.valueOf(error.question() + 1) : code));
  }

  private Definition readSheet(Path file, String name, Locale locale) {
    TableReader.Read read;
    try (Sheet sheet = Sheets.open(file, LIMITS)) {
      read = TableReader.read(lines(sheet, name, locale), words(locale.getLanguage().equals("en")));
    } catch (SheetRefused e) {
      var problem = e.problem();
      throw refused(
          name,
          List.of(
              new FieldError(
                  problem.row() == 0 ? null : (int) problem.row(),
                  name,
                  problem.value(),
                  problem.message().in(locale),
                  problem.wayOut().in(locale))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!read.mistakes().isEmpty()) {
      throw refused(name, read.mistakes().stream().map(m -> inWords(m, locale)).toList());
    }
    return read.definition();
  }

  private List<Line> lines(Sheet sheet, String name, Locale locale) {
    Map<TableColumn, Integer> places = new EnumMap<>(TableColumn.class);
    for (TableColumn column : TableColumn.values()) {
      for (Locale each : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        sheet.header().find(name(column, each)).ifPresent(at -> places.put(column, at));
      }
    }
    List<FieldError> missing = new ArrayList<>();
    for (TableColumn column :
        List.of(TableColumn.ROW, TableColumn.CODE, TableColumn.TEXT, TableColumn.KIND)) {
      if (!places.containsKey(column)) {
        missing.add(
            new FieldError(
                (int) sheet.header().row(),
                name(column, locale),
                null,
                texts.text("catalog.table.wrong.column", locale, name(column, locale)),
                texts.text("catalog.table.wrong.column.fix", locale)));
      }
    }
    if (!missing.isEmpty()) {
      throw refused(name, missing);
    }
    List<Line> lines = new ArrayList<>();
    for (Row row : sheet) {
      Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
      places.forEach((column, at) -> cells.put(column, row.text(at)));
      lines.add(new Line(row.number(), cells));
    }
    return lines;
  }

  private FieldError inWords(TableReader.Mistake mistake, Locale locale) {
    Object[] arguments = mistake.arguments().toArray();
    return new FieldError(
        (int) mistake.row(),
        name(mistake.column(), locale),
        mistake.value(),
        texts.text(mistake.key(), locale, arguments),
        texts.text(mistake.key() + ".fix", locale, arguments));
  }

  private static Refused refused(String name, List<FieldError> errors) {
    return Refused.because(CatalogProblem.CHECKLIST_UNREADABLE, name, errors.size()).with(errors);
  }
}
