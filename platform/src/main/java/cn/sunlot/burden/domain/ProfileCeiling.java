package cn.sunlot.burden.domain;

import cn.sunlot.burden.Burden.Counted;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Ceilings.Ceiling;
import cn.sunlot.burden.Ceilings.Hold;
import cn.sunlot.burden.Ceilings.Occasion;
import cn.sunlot.burden.Ceilings.Standing;
import cn.sunlot.policy.AnnualCap;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry.PoolTarget;

/** The yearly ceiling of the rules that bind the authority (ZB-12, TZ-M10, TZ-18, PDS-10). */
public final class ProfileCeiling {

  private final Rule<AnnualCap> cap;
  private final Profile profile;
  private final Occasion occasion;

  public ProfileCeiling(Profile profile, Occasion occasion) {
    this.cap = profile.annualCap();
    this.profile = profile;
    this.occasion = occasion;
  }

  /** Which marks count for it. */
  public Counted counted() {
    Counted all = Counted.all(occasion.authorityId(), occasion.year());
    return switch (cap.value().scope()) {
      case ALL_DRAWS_OF_THE_YEAR -> all;
      case JOINT_INSPECTIONS_OF_THE_YEAR -> all.ofJoint();
      case SAME_ITEM_SAME_YEAR -> all.ofItems(occasion.itemIds());
    };
  }

  /** How it stands for a target that was drawn so often. */
  public Standing standing(PoolTarget target, int drawn) {
    return new Standing(
        Ceiling.ANNUAL_CAP,
        cap.value().max(),
        drawn,
        hold(target),
        cap.value().asARule(),
        cap.clauses(),
        "");
  }

  private Hold hold(PoolTarget target) {
    if (occasion.kind() == Kind.CAUSED) {
      return Hold.CAUSED;
    }
    if (cap.value().scope() == AnnualCap.CountedOver.JOINT_INSPECTIONS_OF_THE_YEAR
        && !occasion.joint()) {
      return Hold.NOT_JOINT;
    }
    if (cap.value().spares(target.tags())) {
      return Hold.OUTSIDE_THE_LIMIT;
    }
    return profile.isLimited(target.riskClass(), target.tags()) ? Hold.HOLDS : Hold.NOT_LOW_RISK;
  }
}
