package cn.sunlot.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
final class Magic {

  private static final int HEAD = 4096;
  private static final byte[] OLE = bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private Magic() {}

  /**
   * The format of a file.
   *
   * @throws SheetRefused when it is known to be something else, or empty
   */
  static Format of(Path path) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      throw Problem.ofFile(Code.FILE_EMPTY).refused();
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      return Format.XLSX;
    }
    if (startsWith(head, OLE)) {
      throw Problem.ofFile(encrypted(path) ? Code.ENCRYPTED : Code.OLD_XLS).refused();
    }
    if (starts(head, 0x09, 0x00, 0x04, 0x00)
        || starts(head, 0x09, 0x02, 0x06, 0x00)
        || starts(head, 0x09, 0x04, 0x06, 0x00)) {
      throw Problem.ofFile(Code.OLD_XLS).refused();
    }
    refuseKnown(head);
    refuseMarkup(head);
    return Format.CSV;
  }

  private static void refuseKnown(byte[] head) {
    if (starts(head, '%', 'P', 'D', 'F')) {
      throw XlsxBook.notASheet("PDF 文件", "a PDF");
    }
    if (starts(head, 0x89, 'P', 'N', 'G')
        || starts(head, 0xFF, 0xD8, 0xFF)
        || starts(head, 'G', 'I', 'F', '8')) {
      throw XlsxBook.notASheet("图片", "a picture");
    }
    if (starts(head, 'R', 'a', 'r', '!')
        || starts(head, '7', 'z', 0xBC, 0xAF)
        || starts(head, 0x1F, 0x8B)) {
      throw XlsxBook.notASheet("压缩包", "an archive");
    }
    if (starts(head, '{', '\\', 'r', 't', 'f')) {
      throw XlsxBook.notASheet("RTF 文档", "an RTF document");
    }
  }

  /** Many systems export web pages or XML under the name .xls. */
  private static void refuseMarkup(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    String start = text.replaceFirst("^(ï»¿)?\\s*", "");
    if (start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<table")) {
      throw XlsxBook.notASheet("网页（扩展名可能被改成了 .xls）", "a web page, perhaps named .xls");
    }
    if (start.startsWith("mime-version:")) {
      throw XlsxBook.notASheet("网页归档", "a web archive");
    }
    if (start.startsWith("<?xml")) {
      throw start.contains("urn:schemas-microsoft-com:office:spreadsheet")
          ? XlsxBook.notASheet("XML 表格 2003", "an XML Spreadsheet 2003")
          : XlsxBook.notASheet("XML 文件", "an XML file");
    }
  }

  /** Whether an OLE container holds an encrypted workbook; its directory names the stream so. */
  private static boolean encrypted(Path path) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      int matched = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if ((byte) b == ENCRYPTED[matched]) {
          if (++matched == ENCRYPTED.length) {
            return true;
          }
        } else {
          matched = (byte) b == ENCRYPTED[0] ? 1 : 0;
        }
      }
      return false;
    }
  }

  private static boolean starts(byte[] head, int... expected) {
    return startsWith(head, bytes(expected));
  }

  private static boolean startsWith(byte[] head, byte[] expected) {
    return head.length >= expected.length
        && java.util.Arrays.equals(head, 0, expected.length, expected, 0, expected.length);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
