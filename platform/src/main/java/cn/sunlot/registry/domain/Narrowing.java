package cn.sunlot.registry.domain;

import org.jspecify.annotations.Nullable;

/**
 * A filter with the sub-registry that it names, if it names one.
 *
 * @param register null exactly where the filter names none
 */
public record Narrowing(TargetListFilter filter, @Nullable SubRegistry register) {

  public Narrowing {
    if ((filter.register() == null) != (register == null)) {
      throw new IllegalArgumentException("the sub-registry of the filter is needed with it");
    }
  }

  /** A filter that names no sub-registry. */
  public static Narrowing of(TargetListFilter filter) {
    return new Narrowing(filter, null);
  }
}
