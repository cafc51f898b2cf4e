package cn.sunlot.credit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** The face of credit: what modules above tell it of targets. */
public interface Credit {

  /** What can have happened with a target. */
  enum Kind {
    INSPECTION_PASSED,
    INSPECTION_PROBLEM,
    INSPECTION_UNREACHABLE,
    INSPECTION_UNCOOPERATIVE,
    INSPECTION_OTHER,
    COMPLAINT,
    PENALTY,
    ANNUAL_REPORT_MISSED,
    ACCIDENT,
    CONTRACT_BROKEN,
    HONOUR
  }

  /**
   * How the target came to be inspected. Only what chance chose says something about its class:
   * where officers go because they expect something, they find more.
   */
  enum Selection {
    RANDOM,
    TARGETED,
    /** No inspection. */
    NONE
  }

  /**
   * Something that happened with a target. It has no place for a person: who inspected is never
   * known here (N-14).
   *
   * @param occasion what counts as one visit, e.g. its number; {@code ref} where it is none
   * @param source the system that says so, e.g. {@code results}
   * @param ref its reference there; the same for all revisions
   * @param revision 1, and more for a correction, which replaces what was said before
   */
  record Observation(
      UUID authorityId,
      UUID targetId,
      Kind kind,
      LocalDate day,
      Selection selection,
      String occasion,
      String source,
      String ref,
      int revision) {}

  /**
   * Takes these in the transaction under way. What is known already changes nothing. Indicators
   * count them from the next computation on.
   */
  void record(Collection<Observation> observations);
}
