package cn.sunlot.drawing;

import cn.sunlot.kernel.access.Scope;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the tasks are called for which draws are held; the module above tells. */
@FunctionalInterface
public interface TaskTitles {

  /** Titles by task; one that the scope does not cover is left out. */
  Map<UUID, String> titles(Scope scope, Collection<UUID> taskIds);
}
