package cn.sunlot.checklist;

import cn.sunlot.kernel.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing to check.
 *
 * @param code unique in the checklist
 * @param method how it is checked, or ""
 * @param required whether it must be answered when it is shown
 * @param requiredIf when it must be answered besides; null where {@code required} says all
 * @param showIf when it is shown; null for always
 * @param choices answers to choose from
 * @param unit of a number, or ""
 * @param min lowest number that is taken, or null
 * @param photos how many photos make an answer, or null for one
 * @param columns of a table
 * @param minRows how many rows make an answer, or null for one
 * @param standard what counts as a problem
 * @param outcomes what each answer means; the first that fits counts, of several choices all that
 *     fit
 */
public record Question(
    String code,
    @OneOf(QuestionKind.class) String kind,
    String text,
    String method,
    boolean required,
    @Nullable Condition requiredIf,
    @Nullable Condition showIf,
    List<String> choices,
    String unit,
    @Nullable String min,
    @Nullable String max,
    @Nullable Integer photos,
    List<Column> columns,
    @Nullable Integer minRows,
    @Nullable Integer maxRows,
    String standard,
    List<Basis> basis,
    List<Outcome> outcomes) {

  public Question {
    code = Absent.orEmpty(code);
    kind = Absent.orEmpty(kind);
    text = Absent.orEmpty(text);
    method = Absent.orEmpty(method);
    choices = Absent.orNone(choices);
    unit = Absent.orEmpty(unit);
    columns = Absent.orNone(columns);
    standard = Absent.orEmpty(standard);
    basis = Absent.orNone(basis);
    outcomes = Absent.orNone(outcomes);
  }

  /**
   * A law and its article.
   *
   * @param article or "" where the whole is meant, or the law's text names it
   */
  public record Basis(String law, String article) {

    public Basis {
      law = Absent.orEmpty(law);
      article = Absent.orEmpty(article);
    }
  }

  /** The kind, as text where it is unknown. */
  public QuestionKind kindOrThrow() {
    return QuestionKind.find(kind).orElseThrow(() -> new IllegalStateException("kind " + kind));
  }

  boolean is(QuestionKind one) {
    return QuestionKind.find(kind).filter(one::equals).isPresent();
  }
}
