package cn.sunlot.kernel;

import cn.sunlot.kernel.access.SignedIn;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for a person, from all modules. */
@Component
public class Todos {

  private static final Comparator<Todo> BY_DUE =
      Comparator.comparing(Todo::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

  private final List<TodoSource> sources;

  Todos(List<TodoSource> sources) {
    this.sources = sources;
  }

  /** All of it in the post in which the person acts: what is due first at the top. */
  public List<Todo> of(SignedIn person) {
    SignedIn acting = person.acting();
    return sources.stream().flatMap(source -> source.todo(acting).stream()).sorted(BY_DUE).toList();
  }
}
