package cn.sunlot.drawing.domain;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.policy.DrawWitness;
import cn.sunlot.policy.Need;
import cn.sunlot.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who must watch a draw and what must stay of it (ZB-9), read from the profile.
 *
 * @param min witnesses of the kinds at least
 * @param kinds wire names, e.g. {@code regulation-section}
 * @param open whether a further, stated kind may come instead
 */
public record WitnessRule(
    int min,
    Set<String> kinds,
    boolean open,
    boolean photoOrVideo,
    boolean signedSheet,
    List<String> clauses) {

  /** The kind that an open list admits; it is stated in words. */
  public static final String OTHER = "other";

  public static WitnessRule of(Rule<DrawWitness> rule) {
    DrawWitness value = rule.value();
    return new WitnessRule(
        value.min(),
        value.from().stream()
            .map(Lifecycle::wireName)
            .collect(Collectors.toCollection(TreeSet::new)),
        value.open(),
        value.photoOrVideo() == Need.REQUIRED,
        value.writtenRecordSignedByAll() == Need.REQUIRED,
        rule.clauses());
  }

  /** Whether this kind of witness may be named. Where a profile names none, a stated kind may. */
  public boolean admits(String kind) {
    return kinds.contains(kind) || (kind.equals(OTHER) && (open || kinds.isEmpty()));
  }

  /** Whether the witnesses named so far are enough. */
  public boolean satisfiedBy(List<Participant> witnesses) {
    return witnesses.stream().filter(w -> admits(w.kind())).count() >= min;
  }

  /**
   * What is missing in the record of a draw, as keys of texts; empty if it is complete.
   *
   * @param attached kinds of its files
   * @param signed parties that have signed on glass: all of them, or the signed sheet
   */
  public List<String> missing(Ceremony ceremony, Set<String> attached, Set<String> signed) {
    List<String> missing = new ArrayList<>();
    if (!satisfiedBy(ceremony.witnesses())) {
      missing.add("witness");
    }
    if (photoOrVideo && !attached.contains("photo") && !attached.contains("video")) {
      missing.add("photo-or-video");
    }
    boolean all = ceremony.parties().stream().map(Participant::party).allMatch(signed::contains);
    if (signedSheet && !attached.contains("record-sheet") && !all) {
      missing.add("record-sheet");
    }
    return missing;
  }
}
