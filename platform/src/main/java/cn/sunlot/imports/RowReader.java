package cn.sunlot.imports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns rows of a file into rows of the staging table. */
public interface RowReader {

  /**
   * A row that is taken.
   *
   * @param key what may stand in a file only once
   * @param values for the columns of the staging table; null is "not said in the file"
   */
  record Staged(String key, List<@Nullable String> values) {}

  /**
   * Reads a row.
   *
   * @return empty if it was refused, which {@code cells} was told
   */
  Optional<Staged> read(Cells cells);
}
