package cn.sunlot.catalog.domain;

/**
 * The columns of a checklist in a spreadsheet, in order; {@code catalog.table.<key>} names them.
 */
public enum TableColumn {
  ROW("row", 10),
  CODE("code", 10),
  TEXT("text", 50),
  KIND("kind", 16),
  REQUIRED("required", 8),
  CHOICES("choices", 24),
  UNIT("unit", 8),
  MIN("min", 8),
  MAX("max", 8),
  PHOTOS("photos", 8),
  COLUMNS("columns", 36),
  MIN_ROWS("minRows", 8),
  MAX_ROWS("maxRows", 8),
  METHOD("method", 30),
  STANDARD("standard", 40),
  OUTCOMES("outcomes", 50),
  BASIS("basis", 40),
  SHOW_IF("showIf", 30),
  REQUIRED_IF("requiredIf", 30);

  private final String field;
  private final int width;

  TableColumn(String field, int width) {
    this.field = field;
    this.width = width;
  }

  /** The field of the form model that stands in it, and the key of its name. */
  public String field() {
    return field;
  }

  public int width() {
    return width;
  }
}
