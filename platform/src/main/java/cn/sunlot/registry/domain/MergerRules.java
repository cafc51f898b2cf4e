package cn.sunlot.registry.domain;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.registry.RegistryProblem;
import java.util.List;
import java.util.Set;

/** Which two targets can become one (TZ-10). */
public final class MergerRules {

  private MergerRules() {}

  /**
   * Refuses where they cannot: fields of one kind say nothing in another, and what is active would
   * leave the pools with one that is not.
   *
   * @param taken fields of the absorbed target that are to be kept
   * @throws Refused with the way out
   */
  public static void demand(KnownTarget survivor, KnownTarget absorbed, Set<String> taken) {
    if (survivor.id().equals(absorbed.id())) {
      throw wrong("absorbedId", absorbed.unitId().value(), "registry.wrong.merge-itself");
    }
    if (!survivor.content().kind().equals(absorbed.content().kind())) {
      throw Refused.because(
          RegistryProblem.KINDS_DIFFER, survivor.content().name(), absorbed.content().name());
    }
    if (absorbed.status() == TargetStatus.ACTIVE && survivor.status() != TargetStatus.ACTIVE) {
      throw Refused.because(
          RegistryProblem.SURVIVOR_NOT_ACTIVE,
          survivor.content().name(),
          absorbed.content().name());
    }
    Set<String> differing = survivor.content().differences(absorbed.content()).keySet();
    taken.stream()
        .filter(field -> field.equals("tags") || !differing.contains(field))
        .findFirst()
        .ifPresent(
            field -> {
              throw wrong("taken", field, "registry.wrong.merge-field");
            });
  }

  private static Refused wrong(String field, String value, String key) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(List.of(WrongValue.of(field, value, key)));
  }
}
