package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the office of the joint conference. */
@Component
@Transactional(readOnly = true)
class JointTodos implements TodoSource {

  private final ListCoordinated items;

  JointTodos(ListCoordinated items) {
    this.items = items;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todos = new ArrayList<>();
    if (person.may(Permission.CATALOG_CONSOLIDATE)) {
      add(todos, ItemState.SUBMITTED, "consolidate-item");
      add(todos, ItemState.CONSOLIDATED, "decide-item");
      add(todos, ItemState.APPROVED, "publish-joint-item");
    }
    return todos;
  }

  private void add(List<Todo> todos, ItemState state, String kind) {
    for (Item item : items.run(state)) {
      todos.add(
          new Todo(
              kind,
              item.current().content().name(),
              null,
              false,
              "/items/" + item.id(),
              item.code()));
    }
  }
}
