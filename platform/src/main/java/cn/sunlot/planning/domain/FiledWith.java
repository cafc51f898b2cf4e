package cn.sunlot.planning.domain;

import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Recipient;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** With whom a plan is filed. */
public enum FiledWith {
  SAME_LEVEL_GOVERNMENT,
  SUPERIOR_DEPARTMENT,
  /** Of a county's joint plan (TZ-14). */
  SUPERIOR_GOVERNMENT,
  JOINT_CONFERENCE_OFFICE,
  LEAD_BUREAU,
  MARKET_SUPERVISION_BUREAU;

  /**
   * With whom a plan has to be filed.
   *
   * @param with nobody where nothing is laid down
   * @param clauses on which it rests
   */
  public record Demand(Set<FiledWith> with, List<String> clauses) {}

  /** With whom this plan has to be filed under a profile. */
  public static Demand demanded(Profile profile, Plan plan) {
    return switch (plan.kind()) {
      case JOINT -> new Demand(ofJoint(profile, plan), profile.plan().clauses());
      case AD_HOC -> new Demand(of(profile.adHoc().value().fileWith()), profile.adHoc().clauses());
      case DEPARTMENT -> {
        var rule = profile.plan();
        Recipient to = rule.value().ownFileTo();
        yield new Demand(to == null ? Set.of() : of(Set.of(to)), rule.clauses());
      }
    };
  }

  private static Set<FiledWith> ofJoint(Profile profile, Plan plan) {
    Set<FiledWith> with = of(profile.plan().value().fileWith());
    String region = plan.basis().region();
    if (!with.isEmpty() && region != null && !region.endsWith("00")) {
      with.add(SUPERIOR_GOVERNMENT);
    }
    return with;
  }

  private static Set<FiledWith> of(Collection<Recipient> recipients) {
    Set<FiledWith> with = EnumSet.noneOf(FiledWith.class);
    Arrays.stream(values())
        .filter(v -> recipients.stream().anyMatch(r -> r.name().equals(v.name())))
        .forEach(with::add);
    return with;
  }
}
