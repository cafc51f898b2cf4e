package cn.sunlot.registry.domain;

import cn.sunlot.registry.domain.DetailField.Words;
import java.util.List;
import java.util.Set;

/**
 * A way in which one target belongs to another.
 *
 * @param name in wire form
 * @param words seen from the one that belongs
 * @param back seen from the other
 * @param from kinds that can have it
 * @param to kinds that it can lead to
 * @param aliases what else a column with the other's id may be called
 */
public record RelationType(
    String name, Words words, Words back, Set<String> from, Set<String> to, List<String> aliases) {

  /** Names of relations in imports and history begin with it. */
  public static final String PREFIX = "relations.";

  public RelationType {
    from = Set.copyOf(from);
    to = Set.copyOf(to);
    aliases = List.copyOf(aliases);
  }
}
