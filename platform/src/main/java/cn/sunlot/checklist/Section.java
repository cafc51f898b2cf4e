package cn.sunlot.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions that belong together.
 *
 * @param showIf when it is shown with its questions; null for always
 */
public record Section(String title, @Nullable Condition showIf, List<Question> questions) {

  public Section {
    title = Absent.orEmpty(title);
    questions = Absent.orNone(questions);
  }

  public static Section of(String title, Question... questions) {
    return new Section(title, null, List.of(questions));
  }
}
