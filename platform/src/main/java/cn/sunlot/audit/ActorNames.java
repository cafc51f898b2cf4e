package cn.sunlot.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who stands behind an actor of the record; told by the module that keeps people. */
public interface ActorNames {

  /** Names of these people, as far as the reader may know them. */
  Map<UUID, String> names(Collection<UUID> people);

  /** People of the reader's authority whose name or login holds this text. */
  Set<UUID> find(String text);
}
