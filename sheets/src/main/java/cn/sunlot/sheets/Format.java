package cn.sunlot.sheets;

/** The formats that are read and written. */
public enum Format {
  XLSX,
  CSV
}
