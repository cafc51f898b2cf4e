package cn.sunlot.planning.domain;

import cn.sunlot.policy.AdHocRules;
import cn.sunlot.policy.PlanRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a joint inspection stands beside the yearly plan (TZ-17, PDS-8).
 *
 * @param text what is the matter
 * @param documentNumber of the order or document; "" where there is none
 * @param documentDay its day
 */
public record AdHocGround(
    Kind kind, String text, String documentNumber, @Nullable LocalDate documentDay) {

  /** Grounds, as the rules name them. */
  public enum Kind {
    WHEN_NEEDED,
    SUPERIOR_ORDER,
    COMPLAINT,
    ASSIGNED_WORK,
    EMERGENCY,
    CAMPAIGN_FROM_ABOVE,
    LAW_FIXES_THE_WAY,
    SUPERIOR_DEMAND
  }

  public AdHocGround {
    text = text.strip();
    documentNumber = documentNumber.strip();
  }

  /** The grounds that the rules know. */
  public static Set<Kind> allowed(AdHocRules adHoc, PlanRules plan) {
    return switch (adHoc.allowed()) {
      case WHEN_NEEDED -> EnumSet.of(Kind.WHEN_NEEDED, Kind.SUPERIOR_ORDER);
      case SUPERIOR_ORDER -> EnumSet.of(Kind.SUPERIOR_ORDER);
      case PLAN_GROUNDS -> of(plan.unless());
    };
  }

  private static Set<Kind> of(Set<PlanRules.Ground> grounds) {
    Set<String> names = grounds.stream().map(Enum::name).collect(Collectors.toSet());
    return Arrays.stream(Kind.values())
        .filter(kind -> names.contains(kind.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  /** Whether somebody ordered it, so that there is a document. */
  public boolean isOrdered() {
    return switch (kind) {
      case SUPERIOR_ORDER, SUPERIOR_DEMAND, ASSIGNED_WORK, CAMPAIGN_FROM_ABOVE -> true;
      case WHEN_NEEDED, COMPLAINT, EMERGENCY, LAW_FIXES_THE_WAY -> false;
    };
  }
}
