package cn.sunlot.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a target is told of an inspection beforehand. What is null, as in versions from before it
 * was asked, is not laid down.
 *
 * @param ways how it is told
 * @param unless when the other holds
 */
public record Notice(Value value, @Nullable Set<Way> ways, @Nullable Unless unless) {

  /** Whether the target is told beforehand. */
  public enum Value {
    ALLOWED,
    FORBIDDEN,
    REQUIRED
  }

  /** How the target is told. */
  public enum Way {
    WRITTEN,
    PHONE,
    FAX
  }

  /** When the other holds. */
  public enum Unless {
    /** Told although it is forbidden. */
    LAW_DEMANDS_IT,
    /** Not told although it is required: nothing is disclosed and no notice issued. */
    MATTER_DOES_NOT_SUIT_NOTICE
  }

  public Notice {
    ways = ways == null ? null : Set.copyOf(ways);
  }

  /** How the target is told; any way where none is laid down. */
  @Override
  public Set<Way> ways() {
    return ways == null ? Set.of() : ways;
  }
}
