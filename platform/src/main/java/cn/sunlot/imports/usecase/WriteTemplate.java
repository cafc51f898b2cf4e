package cn.sunlot.imports.usecase;

import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** An empty spreadsheet to fill in: notes on the headings, one example row. */
@Component
public class WriteTemplate {

  private final ImportKinds kinds;

  WriteTemplate(ImportKinds kinds) {
    this.kinds = kinds;
  }

  /** The workbook. */
  public byte[] write(String kindName, Locale locale) {
    ImportKind kind = kinds.demand(kindName);
    List<Heading> headings =
        kind.fields().stream().map(field -> heading(kind, field, locale)).toList();
    var bytes = new ByteArrayOutputStream();
    try (SheetWriter sheet = SheetWriter.xlsx(bytes, kinds.title(kind, locale), headings)) {
      sheet.row(kind.fields().stream().map(f -> kinds.example(kind, f, locale)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Heading heading(ImportKind kind, Field field, Locale locale) {
    String star = field.required() ? "*" : "";
    return Heading.of(kinds.title(kind, field, locale) + star)
        .withNote(kinds.note(kind, field, locale));
  }
}
