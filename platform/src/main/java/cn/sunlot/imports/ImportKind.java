package cn.sunlot.imports;

import cn.sunlot.kernel.access.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of spreadsheet that a module takes. Names, notes and examples of its fields stand in the
 * module's texts under {@code import.<kind>.<field>}, {@code .note} and {@code .example}, the
 * kind's own name under {@code import.<kind>}.
 */
public interface ImportKind {

  /** Whose import it is. */
  record Context(UUID importId, UUID authorityId, UUID personId) {}

  /** What became of the staged rows. */
  record Merged(int added, int changed, int unchanged) {

    public int total() {
      return added + changed + unchanged;
    }
  }

  /** Name in wire form, e.g. {@code targets}. */
  String name();

  /** Who may import it. */
  Permission permission();

  /** The fields, in the order of the template. */
  List<Field> fields();

  /**
   * The words of a field that are not among the texts.
   *
   * @param part "" for the name, {@code .note}, {@code .example}
   */
  default Optional<String> text(Field field, String part, Locale locale) {
    return Optional.empty();
  }

  /** Where rows wait to be merged. */
  Staging staging();

  /** Starts reading rows for one import. */
  RowReader open(Context context);

  /**
   * Merges the staged rows of this import, in the transaction under way. Rows that are there
   * already as they should be count as unchanged: the same file again changes nothing.
   */
  Merged merge(Context context);

  /** Waits until what was merged and committed is found in lists that are derived from it. */
  default void settle() {}
}
