package cn.sunlot.kernel.web;

import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the person, from all modules: what is due first at the top. */
@RestController
@RequestMapping("/api/todo")
class TodoController {

  private final List<TodoSource> sources;

  TodoController(List<TodoSource> sources) {
    this.sources = sources;
  }

  @GetMapping
  @Requires(Permission.SIGNED_IN)
  List<Todo> listTodo() {
    SignedIn person = SignedIn.get().acting();
    return sources.stream()
        .flatMap(source -> source.todo(person).stream())
        .sorted(
            Comparator.comparing(
                Todo::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
        .toList();
  }
}
