package cn.sunlot.imports.usecase;

import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.store.ImportSearch;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Imports of the last weeks whose rejected rows wait for correction. */
@Component
class ImportTodos implements TodoSource {

  private static final Duration REMEMBERED = Duration.ofDays(14);

  private final ImportSearch search;
  private final Clock clock;

  ImportTodos(ImportSearch search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    return search
        .listRejecting(person.scope(), person.personId(), clock.instant().minus(REMEMBERED))
        .stream()
        .map(ImportTodos::todo)
        .toList();
  }

  private static Todo todo(Import im) {
    return new Todo(
        "correct-import", im.file().name(), null, false, "/imports/" + im.id(), im.number());
  }
}
