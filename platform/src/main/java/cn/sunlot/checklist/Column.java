package cn.sunlot.checklist;

import cn.sunlot.kernel.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of each row of a table.
 *
 * @param code unique in the table
 * @param required whether a row must have it
 */
public record Column(
    String code,
    String title,
    @OneOf(ColumnKind.class) String kind,
    boolean required,
    List<String> choices,
    String unit,
    @Nullable String min,
    @Nullable String max) {

  public Column {
    code = Absent.orEmpty(code);
    title = Absent.orEmpty(title);
    kind = Absent.orEmpty(kind);
    choices = Absent.orNone(choices);
    unit = Absent.orEmpty(unit);
  }

  /** How a cell is filled in. */
  public enum ColumnKind {
    CONFORM,
    CHOICE,
    NUMBER,
    TEXT,
    DATE
  }

  /** Cells are answered as questions of the same kind are. */
  QuestionKind cellKind() {
    return QuestionKind.find(kind).orElseThrow(() -> new IllegalStateException("kind " + kind));
  }
}
