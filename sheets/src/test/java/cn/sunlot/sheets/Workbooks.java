package cn.sunlot.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks part by part, as no program would write them. */
final class Workbooks {

  static final String NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String REL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private int count;
  private String properties = "";

  /** A workbook with one sheet of these rows, given as XML. */
  static Workbooks of(String rows) {
    return new Workbooks().sheet("Sheet1", "", rows, "");
  }

  Workbooks sheet(String name, String attributes, String rows, String after) {
    return part(name, attributes, "<sheetData>" + rows + "</sheetData>" + after);
  }

  private Workbooks part(String name, String attributes, String content) {
    count++;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\" %s/>"
            .formatted(name, count, count, attributes));
    relation("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml");
    parts.put(
        "xl/worksheets/sheet" + count + ".xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"%s\">%s</worksheet>"
            .formatted(NS, content));
    return this;
  }

  private void relation(String id, String type, String target) {
    relations.append(
        "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, REL, type, target));
  }

  Workbooks strings(String items) {
    relation("rIdS", "sharedStrings", "sharedStrings.xml");
    parts.put("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(NS, items));
    return this;
  }

  /** Number formats, one style each: style n uses format n. */
  Workbooks formats(String... codes) {
    StringBuilder formats = new StringBuilder();
    StringBuilder styles = new StringBuilder();
    for (int i = 0; i < codes.length; i++) {
      boolean builtIn = codes[i].matches("[0-9]{1,2}");
      int id = builtIn ? Integer.parseInt(codes[i]) : 200 + i;
      if (!builtIn) {
        formats.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(id, codes[i]));
      }
      styles.append("<xf numFmtId=\"%d\"/>".formatted(id));
    }
    relation("rIdF", "styles", "styles.xml");
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
            .formatted(NS, formats, styles));
    return this;
  }

  Workbooks since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Puts a part in place of the one that would be written. */
  Workbooks raw(String name, String content) {
    parts.put(name, content);
    return this;
  }

  Path write(Path folder) throws IOException {
    return writeTo(folder.resolve("book.xlsx"));
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  Path writeTo(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : all().entrySet()) {
        entry(zip, part.getKey(), part.getValue());
      }
    }
    return file;
  }

  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            .formatted(REL));
    all.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(NS, REL, properties, sheets));
    all.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    all.putAll(parts);
    return all;
  }

  /** A row of inline strings, from column A on; an empty text leaves its cell out. */
  static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        row.append(text(Header.letter(i) + number, cells[i]));
      }
    }
    return row.append("</row>").toString();
  }

  static String text(String reference, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
  }

  static String number(String reference, int style, String value) {
    return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(reference, style, value);
  }
}
