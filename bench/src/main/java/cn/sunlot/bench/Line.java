package cn.sunlot.bench;

import java.util.List;
import java.util.Locale;

/**
 * One figure of ours next to a peer's.
 *
 * @param what is measured
 * @param peer what it is compared with
 * @param limit of the ratio, or of ours where there is no peer, in words
 */
record Line(
    String what,
    String ours,
    String peer,
    String theirs,
    String ratio,
    String limit,
    Verdict verdict) {

  /** Whether a limit is kept. */
  enum Verdict {
    OK("ok"),
    OVER("over"),
    NO_LIMIT("");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    static Verdict of(boolean kept) {
      return kept ? OK : OVER;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Times; ours may be at most {@code limit} times the peer's. */
  static Line atMost(double limit, String what, Timed ours, String peer, Timed theirs) {
    double ratio = ours.ratioTo(theirs);
    return times(what, ours, peer, theirs, "≤ " + number(limit), Verdict.of(ratio <= limit));
  }

  /** Times; ours must be the shorter. */
  static Line faster(String what, Timed ours, String peer, Timed theirs) {
    return times(what, ours, peer, theirs, "< 1", Verdict.of(ours.ratioTo(theirs) < 1));
  }

  /** Times without a limit. */
  static Line beside(String what, Timed ours, String peer, Timed theirs) {
    return times(what, ours, peer, theirs, "", Verdict.NO_LIMIT);
  }

  /** Something that is so or is not, and must be. */
  static Line must(String what, String ours, String peer, String theirs, boolean kept) {
    return new Line(what, ours, peer, theirs, "", "equal", Verdict.of(kept));
  }

  /** A figure of ours that must not exceed a limit in the same unit. */
  static Line within(String what, String ours, String limit, boolean kept) {
    return new Line(what, ours, "", "", "", limit, Verdict.of(kept));
  }

  private static Line times(
      String what, Timed ours, String peer, Timed theirs, String limit, Verdict verdict) {
    String ratio = String.format(Locale.ROOT, "%.2f", ours.ratioTo(theirs));
    return new Line(what, ours.toString(), peer, theirs.toString(), ratio, limit, verdict);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  List<String> cells() {
    return List.of(what, peer, ours, theirs, ratio, limit, verdict.toString());
  }
}
