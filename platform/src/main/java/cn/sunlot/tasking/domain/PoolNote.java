package cn.sunlot.tasking.domain;

import java.util.List;

/**
 * Something that whoever freezes the pool must know.
 *
 * @param arguments for its text
 */
public record PoolNote(Kind kind, List<String> arguments, List<String> clauses) {

  /** What there is to know, and what follows from it. */
  public enum Kind {
    /** Of a class nothing is drawn: arguments class, members (N-14). */
    CLASS_WITHOUT_FLOOR(Weight.TOLD),
    /** Key targets are drawn at the rate of their class: argument members. */
    KEY_WITHOUT_OWN_RATE(Weight.TOLD),
    /** Targets of low risk that are key targets too are drawn as such: argument members. */
    KEY_THOUGH_LOW(Weight.TOLD),
    /** Key targets of low risk are drawn as of low risk: argument members. */
    LOW_THOUGH_KEY(Weight.TOLD),
    /** Targets are drawn beyond the yearly ceiling: argument members. */
    BEYOND_CAP(Weight.TOLD),
    /**
     * The rate of a class of low risk is not below another's: arguments class, rate, class, rate.
     */
    LOW_RATE_NOT_LOWERED(Weight.NEEDS_REASON),
    /** The rate of key targets is not above another's: arguments rate, class, rate. */
    KEY_RATE_NOT_RAISED(Weight.NEEDS_REASON),
    /** More is drawn than a general item allows: arguments item, cap, stratum, quota, most. */
    OVER_CAP(Weight.FORBIDDEN);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    public Weight weight() {
      return weight;
    }
  }

  /** What follows from a note. */
  public enum Weight {
    TOLD,
    /** The pool is frozen for a stated, logged reason only. */
    NEEDS_REASON,
    /** The pool is not frozen. */
    FORBIDDEN
  }

  static PoolNote of(Kind kind, List<String> clauses, Object... arguments) {
    return new PoolNote(
        kind, java.util.stream.Stream.of(arguments).map(String::valueOf).toList(), clauses);
  }
}
