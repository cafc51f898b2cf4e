package cn.sunlot.sheets;

/** Reads the text of a string item: all its runs, without the reading aid some programs add. */
final class RichText {

  private final XmlPart xml;
  private final int limit;
  private final StringBuilder buffer = new StringBuilder();

  RichText(XmlPart xml, int limit) {
    this.xml = xml;
    this.limit = limit;
  }

  /**
   * Reads on from the start of an item to its end.
   *
   * @param row where the item is, 0 when it is not in a row
   * @param column where it is
   */
  String read(long row, int column) {
    buffer.setLength(0);
    int outside = xml.depth() - 1;
    while (xml.depth() > outside && xml.next()) {
      if (xml.starts("rPh")) {
        xml.skip();
      } else if (xml.starts("t")) {
        appendContent(row, column);
      }
    }
    return CellValue.unescaped(buffer.toString());
  }

  /** Reads on from the start of an element to its end, as plain text. */
  String readContent(long row, int column) {
    buffer.setLength(0);
    appendContent(row, column);
    return buffer.toString();
  }

  private void appendContent(long row, int column) {
    int outside = xml.depth() - 1;
    while (xml.depth() > outside && xml.next()) {
      if (!xml.appendText(buffer, limit)) {
        throw Problem.ofCell(Code.CELL_TOO_LONG, row, column, buffer.toString(), limit).refused();
      }
    }
  }
}
