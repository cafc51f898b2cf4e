package cn.sunlot.tasking.usecase;

import cn.sunlot.drawing.TaskTitles;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.tasking.store.TaskSearch;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets draws be shown by the name of their task, not by its number alone. */
@Component
class TitlesOfTasks implements TaskTitles {

  private final TaskSearch search;

  TitlesOfTasks(TaskSearch search) {
    this.search = search;
  }

  @Override
  public Map<UUID, String> titles(Scope scope, Collection<UUID> taskIds) {
    return search.titles(scope, taskIds);
  }
}
