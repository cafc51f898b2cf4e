package cn.sunlot.fieldwork.domain;

import cn.sunlot.kernel.Lifecycle;
import java.util.Collection;
import java.util.List;

/** What is chosen from a list of the rules, or stated where the list is open (等). */
final class StatedCase {

  /** Marks a stated case. */
  private static final String OTHER = "other:";

  private StatedCase() {}

  /** Whether a value is of the list, or says a case of its own where the list is open. */
  static boolean fits(String value, Collection<? extends Enum<?>> listed, boolean open) {
    return wireNames(listed).contains(value) || (open && isStated(value));
  }

  static List<String> wireNames(Collection<? extends Enum<?>> values) {
    return values.stream().map(Lifecycle::wireName).sorted().toList();
  }

  private static boolean isStated(String value) {
    return value.startsWith(OTHER) && value.length() > OTHER.length() + 1;
  }
}
