package cn.sunlot.checklist;

import java.util.List;
import java.util.stream.Stream;

/**
 * A checklist as data: what is asked, when, what counts as a problem, and what follows.
 *
 * @param model version of the form model, {@link #MODEL}
 */
public record Definition(int model, String title, List<Section> sections) {

  /** The present version of the form model; what is older is brought to it on reading. */
  public static final int MODEL = 2;

  public Definition {
    title = Absent.orEmpty(title);
    sections = Absent.orNone(sections);
  }

  public static Definition of(String title, List<Section> sections) {
    return new Definition(MODEL, title, sections);
  }

  public Stream<Question> questions() {
    return sections.stream().flatMap(s -> s.questions().stream());
  }
}
