package cn.sunlot.credit.usecase;

import cn.sunlot.kernel.WrongValue;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds targets by ids as they are written, each once, and remembers what is wrong. */
final class WrittenTargets {

  private final Registry registry;
  private final UUID authorityId;
  private final Map<String, Optional<UUID>> known = new HashMap<>();
  private final List<WrongValue> wrong = new ArrayList<>();

  WrittenTargets(Registry registry, UUID authorityId) {
    this.registry = registry;
    this.authorityId = authorityId;
  }

  Optional<UUID> find(String text) {
    return known.computeIfAbsent(
        text, t -> registry.findByWrittenId(authorityId, t).map(Target::id));
  }

  /** The target of a row, or its row is wrong. */
  Optional<UUID> find(String text, int row) {
    Optional<UUID> found = find(text);
    if (found.isEmpty()) {
      wrong(row, "unitId", text, "target-unknown");
    }
    return found;
  }

  void wrong(int row, String field, String value, String key) {
    wrong.add(WrongValue.of(field, value, "credit.wrong." + key).inRow(row));
  }

  List<WrongValue> wrong() {
    return List.copyOf(wrong);
  }
}
