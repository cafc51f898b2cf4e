package cn.sunlot.sheets;

/**
 * Everything that can be wrong with a tabular file. The sentences take the problem's details as
 * {@code %1$s}, {@code %2$s}.
 */
public enum Code {
  // The file as a whole.
  FILE_EMPTY(
      "文件是空的",
      "the file is empty",
      "请重新导出或重新上传有内容的文件",
      "export it again, or choose the file with content"),
  FILE_TOO_LARGE(
      "文件大小 %1$s 字节，超过上限 %2$s 字节",
      "the file has %1$s bytes, the limit is %2$s", "请拆分成几个文件分别导入", "split it into several files"),
  NOT_A_SHEET(
      "这不是表格文件，而是%1$s", "this is not a sheet: it is %2$s", Ways.SAVE_AS_ZH, Ways.SAVE_AS_EN),
  OLD_XLS(
      "这是旧版 Excel 文件（.xls）", "this is an old Excel file (.xls)", Ways.SAVE_AS_ZH, Ways.SAVE_AS_EN),
  ENCRYPTED(
      "文件有打开密码，无法读取",
      "the workbook is protected by a password and cannot be read",
      "在 Excel 或 WPS 中打开，取消“用密码进行加密”后再保存",
      "open it, remove the password (File, Info, Encrypt with Password), save it again"),
  DAMAGED(
      "文件已损坏或不完整（%1$s）",
      "the file is damaged or incomplete (%1$s)",
      "用 Excel 或 WPS 打开并另存为新的 .xlsx 文件；打不开时请重新导出或重新下载",
      "open it in Excel or WPS and save it as a new .xlsx; if it does not open, export or download it again"),
  INFLATION_RATIO(
      "压缩包内 %1$s 解压后膨胀超过 %2$s 倍，可能是恶意文件",
      "part %1$s unpacks to more than %2$s times its size, as a malicious file would",
      "用 Excel 或 WPS 打开，只保留需要的工作表和行，另存为新文件",
      "open it, keep only the sheet and the rows that are needed, save it as a new file"),
  INFLATED_TOO_LARGE(
      "文件解压后超过 %1$s 字节",
      "the file unpacks to more than %1$s bytes",
      "请拆分成几个文件，或另存为 CSV（UTF-8）",
      "split it into several files, or save it as CSV (UTF-8)"),
  XML_ABUSE(
      "文件内部结构异常（%1$s：%2$s），可能是恶意文件",
      "the inside of the file is not what a spreadsheet program writes (%1$s: %3$s), as in a malicious file",
      "用 Excel 或 WPS 打开并另存为新的 .xlsx 文件",
      "open it in Excel or WPS and save it as a new .xlsx"),
  TOO_MANY_SHEETS(
      "工作簿超过 %1$s 个工作表",
      "the workbook has more than %1$s sheets",
      "只保留要导入的工作表后另存",
      "keep only the sheet to import and save it again"),
  TOO_MANY_ROWS(
      "超过 %1$s 行", "there are more than %1$s rows", "请拆分成几个文件", "split it into several files"),
  TOO_MANY_COLUMNS(
      "超过 %1$s 列",
      "there are more than %1$s columns",
      "删除不需要的列（包括看起来空白但有内容的列）",
      "delete the columns that are not needed, also those that only look empty"),
  CELL_TOO_LONG(
      "单元格内容超过 %1$s 个字符",
      "the cell has more than %1$s characters",
      "缩短内容；CSV 文件请检查这一行的双引号是否成对",
      "shorten it; in a CSV, check that the double quotes in this row come in pairs"),
  SHEET_MISSING(
      "没有名为“%1$s”的工作表，现有：%2$s",
      "there is no sheet named \"%1$s\", only: %2$s",
      "改用现有的工作表名，或重命名工作表",
      "use one of these names, or rename the sheet"),
  NO_ROWS(
      "没有任何内容（可见的工作表都是空的）",
      "there is nothing in it (all visible sheets are empty)",
      "检查是否选错了文件，或工作表被隐藏",
      "check that it is the right file, and that the sheet is not hidden"),
  HEADER_MISSING(
      "第 %1$s 行没有表头",
      "there is no header in row %1$s", "检查表头所在的行号", "check in which row the header is"),
  ENCODING(
      "字符编码无法识别或有损坏的字节（按 %1$s 读取）",
      "the characters cannot be decoded (read as %1$s)",
      "用 Excel 或 WPS 另存为 .xlsx，或另存为“CSV UTF-8”",
      "save it as .xlsx, or as \"CSV UTF-8\""),
  QUOTES(
      "双引号不成对，无法确定单元格从哪里结束",
      "the double quotes do not pair up, so where the cell ends is unknown",
      "内容里的双引号写成两个（\"\"），或改用 .xlsx",
      "write a double quote inside a cell twice (\"\"), or use .xlsx"),

  // One cell or one row; the rest of the file is fine.
  LOST_DIGITS(
      "号码被存成了数字，后面几位已经丢失",
      "the number was stored as a numeric value, and its last digits are lost",
      "先把这一列设为“文本”格式，再按原始资料重新录入；不要用 0 补齐",
      "set the column to the format \"Text\", then enter it again from the original record; do not fill up with zeros"),
  FORMULA(
      "单元格是公式，不是内容",
      "the cell is a formula, not a value",
      "复制该列，用“选择性粘贴 → 数值”覆盖",
      "copy the column and paste it over itself with Paste Special, Values"),
  CELL_ERROR(
      "单元格是错误值",
      "the cell holds an error value",
      "改正原公式，或直接填写内容",
      "correct the formula, or enter the value"),
  DATE_IMPOSSIBLE(
      "不是有效的日期",
      "this is not a date that exists",
      "按 2026-11-21 的格式重新填写",
      "enter it again like 2026-11-21"),
  NUMBER_UNREADABLE("数字无法读取", "the number cannot be read", "重新填写该单元格", "enter the cell again"),
  EXTRA_CELLS(
      "这一行比表头多出 %1$s 个单元格，内容可能错位",
      "the row has %1$s more cells than the header, so its cells may be in the wrong columns",
      "内容里有分隔符时，用双引号把该单元格括起来，或改用 .xlsx",
      "put cells that contain the delimiter in double quotes, or use .xlsx"),

  // Worth knowing; nothing is refused.
  DUPLICATE_HEADER(
      "表头重名，第二个改称“%1$s”",
      "two columns have the same name; the second one is now called \"%1$s\"",
      "给两列取不同的名称",
      "give them different names"),
  CELL_WITHOUT_HEADER(
      "该列没有表头，内容未读取",
      "the column has no name in the header, so its content is not read",
      "给该列加上表头，或删除该列",
      "name the column in the header, or delete it"),
  TITLE_SKIPPED(
      "表头上方的 %1$s 行视为标题，未读取",
      "%1$s rows above the header were taken for a title and not read",
      "如不是标题，请删除空行并把表头放在第一行",
      "if that is wrong, put the header into the first row"),
  MERGED_CELLS(
      "数据区有合并单元格（%1$s），只有左上角的单元格有内容",
      "cells are merged in the data (%1$s); only the first cell of each has the value",
      "取消合并并逐行填写",
      "unmerge them and fill in every row"),
  OTHER_SHEETS(
      "只读取了工作表“%1$s”，其他工作表未读取：%2$s",
      "only the sheet \"%1$s\" was read, not: %2$s",
      "需要时请分别导入",
      "import the others separately if they are needed");

  private final String zh;
  private final String en;
  private final Text wayOut;

  Code(String zh, String en, String wayOutZh, String wayOutEn) {
    this.zh = zh;
    this.en = en;
    this.wayOut = new Text(wayOutZh, wayOutEn);
  }

  Text what(Object... details) {
    return Text.format(zh, en, details);
  }

  /** What to do about it. */
  public Text wayOut() {
    return wayOut;
  }

  private static final class Ways {
    static final String SAVE_AS_ZH = "用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”后再上传";
    static final String SAVE_AS_EN =
        "open it in Excel or WPS and save it as \"Excel Workbook (.xlsx)\"";

    private Ways() {}
  }
}
