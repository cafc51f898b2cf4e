package cn.sunlot.kernel.web;

import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.Todos;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the person, from all modules: what is due first at the top. */
@RestController
@RequestMapping("/api/todo")
class TodoController {

  private final Todos todos;

  TodoController(Todos todos) {
    this.todos = todos;
  }

  @GetMapping
  @Requires(Permission.SIGNED_IN)
  List<Todo> listTodo() {
    return todos.of(SignedIn.get());
  }
}
