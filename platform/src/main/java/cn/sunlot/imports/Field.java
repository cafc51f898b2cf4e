package cn.sunlot.imports;

import java.util.List;

/**
 * A field that a column may fill.
 *
 * @param name in wire form, e.g. {@code unit-id}
 * @param required whether a column must be named for it
 * @param code whether it is a code or number: all full-width characters and blanks go
 * @param sealed whether it is personal and waits sealed: what the file has is shown to its sender
 * @param aliases what else the column may be called, Chinese and English
 */
public record Field(
    String name, boolean required, boolean code, boolean sealed, List<String> aliases) {

  public static Field required(String name, String... aliases) {
    return new Field(name, true, false, false, List.of(aliases));
  }

  public static Field optional(String name, String... aliases) {
    return new Field(name, false, false, false, List.of(aliases));
  }

  /** The same field, as a code. */
  public Field asCode() {
    return new Field(name, required, true, sealed, aliases);
  }

  /** The same field, as a personal one. */
  public Field asSealed() {
    return new Field(name, required, code, true, aliases);
  }
}
