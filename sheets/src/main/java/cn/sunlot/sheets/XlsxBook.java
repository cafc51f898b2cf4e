package cn.sunlot.sheets;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An open workbook: its sheets, number formats and strings, and its parts as guarded streams. */
final class XlsxBook implements Closeable {

  private static final int MAX_STYLES = 70_000;

  private final ZipFile zip;
  private final long fileBytes;
  private final Limits limits;
  private final InflationBudget budget;
  private final List<SheetPart> sheets = new ArrayList<>();
  private final List<NumberStyle> styles = new ArrayList<>();
  private final SharedStrings strings = new SharedStrings();
  private boolean since1904;

  /** A sheet's name, the part that holds it, and whether the user sees it. */
  record SheetPart(String name, String part, boolean visible) {}

  private record Relation(String type, String target) {}

  private XlsxBook(ZipFile zip, long fileBytes, Limits limits) {
    this.zip = zip;
    this.fileBytes = fileBytes;
    this.limits = limits;
    this.budget = new InflationBudget(limits);
  }

  static XlsxBook open(Path path, Limits limits) throws IOException {
    ZipDirectory.check(path);
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw Problem.ofFile(Code.DAMAGED, "zip").refused(e);
    }
    XlsxBook book = new XlsxBook(zip, Files.size(path), limits);
    try {
      book.read();
      return book;
    } catch (IOException | RuntimeException e) {
      book.close();
      throw e;
    }
  }

  private void read() throws IOException {
    String workbook = workbookPart();
    int slash = workbook.lastIndexOf('/') + 1;
    String folder = workbook.substring(0, slash);
    Map<String, Relation> relations =
        relations(folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
    readWorkbook(workbook, relations);
    for (Relation relation : relations.values()) {
      if (relation.type.equals("styles")) {
        readStyles(relation.target);
      } else if (relation.type.equals("sharedStrings")) {
        readStrings(relation.target);
      }
    }
  }

  private String workbookPart() throws IOException {
    if (zip.getEntry("_rels/.rels") == null) {
      throw other();
    }
    for (Relation relation : relations("_rels/.rels", "").values()) {
      if (relation.type.equals("officeDocument")) {
        String name = relation.target.toLowerCase(Locale.ROOT);
        if (name.endsWith(".bin")) {
          throw notASheet("二进制工作簿 (.xlsb)", "a binary workbook (.xlsb)");
        }
        if (name.startsWith("word/") || name.startsWith("ppt/")) {
          throw notASheet("Word 或 PowerPoint 文件", "a Word or PowerPoint file");
        }
        return relation.target;
      }
    }
    throw other();
  }

  private SheetRefused other() {
    if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
      return notASheet("OpenDocument 文件 (.ods)", "an OpenDocument file (.ods)");
    }
    return notASheet("压缩包 (zip)", "a zip archive");
  }

  static SheetRefused notASheet(String zh, String en) {
    return Problem.ofFile(Code.NOT_A_SHEET, zh, en).refused();
  }

  private Map<String, Relation> relations(String part, String folder) throws IOException {
    Map<String, Relation> relations = new HashMap<>();
    try (XmlPart xml = part(part)) {
      while (xml.seek("Relationship")) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        boolean inside = !"External".equals(xml.attribute("TargetMode"));
        if (id != null && type != null && target != null && inside) {
          String kind = type.substring(type.lastIndexOf('/') + 1);
          relations.put(id, new Relation(kind, resolve(folder, target)));
        }
        if (relations.size() > 10_000) {
          throw xml.abuse("部件过多", "it has too many parts");
        }
      }
    }
    return relations;
  }

  private static String resolve(String folder, String target) {
    String path = target.startsWith("/") ? target.substring(1) : folder + target;
    while (path.contains("/../")) {
      path = path.replaceFirst("[^/]+/\\.\\./", "");
      if (path.startsWith("../") || path.startsWith("/")) {
        break;
      }
    }
    return path.startsWith("./") ? path.substring(2) : path;
  }

  private void readWorkbook(String part, Map<String, Relation> relations) throws IOException {
    try (XmlPart xml = part(part)) {
      while (xml.seek("sheet", "workbookPr")) {
        if (xml.localName().equals("workbookPr")) {
          String flag = xml.attribute("date1904");
          since1904 = "1".equals(flag) || "true".equals(flag);
          continue;
        }
        String name = xml.attribute("name");
        String id = xml.attribute("id");
        Relation relation = id == null ? null : relations.get(id);
        if (name == null || relation == null) {
          throw xml.damaged();
        }
        // Chart sheets and old macro sheets hold no rows.
        if (relation.type.equals("worksheet")) {
          String state = xml.attribute("state");
          boolean visible = state == null || state.equals("visible");
          sheets.add(new SheetPart(name, relation.target, visible));
        }
        if (sheets.size() > limits.sheets()) {
          throw Problem.ofFile(Code.TOO_MANY_SHEETS, limits.sheets()).refused();
        }
      }
    }
  }

  private void readStyles(String part) throws IOException {
    Map<Integer, NumberStyle> custom = new HashMap<>();
    boolean inCells = false;
    try (XmlPart xml = part(part)) {
      while (xml.next()) {
        if (xml.starts("numFmt")) {
          String code = xml.attribute("formatCode");
          custom.put(number(xml, "numFmtId"), NumberStyle.ofCode(code == null ? "" : code));
        } else if (xml.starts("cellXfs")) {
          inCells = true;
        } else if (xml.isEnd() && xml.ends("cellXfs")) {
          inCells = false;
        } else if (inCells && xml.starts("xf")) {
          int id = number(xml, "numFmtId");
          NumberStyle own = custom.get(id);
          styles.add(own != null ? own : NumberStyle.ofBuiltIn(id));
        }
        if (styles.size() > MAX_STYLES || custom.size() > MAX_STYLES) {
          throw xml.abuse("样式过多", "it has too many styles");
        }
      }
    }
  }

  private static int number(XmlPart xml, String attribute) {
    String value = xml.attribute(attribute);
    return value == null ? 0 : Math.max(0, CellReference.index(value));
  }

  private void readStrings(String part) throws IOException {
    try (XmlPart xml = part(part)) {
      RichText text = new RichText(xml, limits.cellChars());
      while (xml.seek("si")) {
        strings.add(text.read(0, Problem.NO_COLUMN));
      }
    }
  }

  /** Opens a part for reading; its bytes count against the limits of the workbook. */
  XmlPart part(String name) throws IOException {
    return part(name, budget);
  }

  /** Opens a part that was read before: the second reading has limits of its own. */
  XmlPart partAgain(String name) throws IOException {
    return part(name, new InflationBudget(limits));
  }

  private XmlPart part(String name, InflationBudget bytes) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw Problem.ofFile(Code.DAMAGED, name).refused();
    }
    try {
      InputStream in = zip.getInputStream(entry);
      long packed = Math.min(entry.getCompressedSize(), fileBytes);
      return new XmlPart(name, new PartStream(name, in, packed, entry.getCrc(), bytes));
    } catch (ZipException | EOFException e) {
      throw Problem.ofFile(Code.DAMAGED, name).refused(e);
    }
  }

  List<SheetPart> sheets() {
    return sheets;
  }

  NumberStyle style(@Nullable String index) {
    int at = index == null ? -1 : CellReference.index(index);
    return at >= 0 && at < styles.size() ? styles.get(at) : NumberStyle.PLAIN;
  }

  SharedStrings strings() {
    return strings;
  }

  boolean since1904() {
    return since1904;
  }

  Limits limits() {
    return limits;
  }

  @Override
  public void close() throws IOException {
    try (strings) {
      zip.close();
    }
  }
}
