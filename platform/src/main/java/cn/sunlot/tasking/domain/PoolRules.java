package cn.sunlot.tasking.domain;

import cn.sunlot.burden.Ceilings;
import cn.sunlot.burden.Ceilings.Standing;
import cn.sunlot.burden.RiskRules;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Regions;
import cn.sunlot.policy.ExcludeOthers;
import cn.sunlot.registry.Registry.PoolTarget;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a pool, who is out, and why. Rules are asked in order; the first that speaks gives the
 * reason.
 *
 * <p>What the rules rest on comes from the profile; this class knows no city.
 */
public final class PoolRules {

  /** A rule: the reason's code, the clauses it rests on, and what it says of a target. */
  public sealed interface Rule {
    String code();

    List<String> clauses();

    /** What the exclusion rests on, or empty if the target may stay. */
    Optional<String> excludes(PoolTarget target);
  }

  /** Closed, moved, revoked and merged targets cannot be visited. */
  public record NotActive(List<String> clauses) implements Rule {
    @Override
    public String code() {
      return "not-active";
    }

    @Override
    public Optional<String> excludes(PoolTarget target) {
      return target.status().equals("active") ? Optional.empty() : Optional.of(target.status());
    }
  }

  /**
   * Targets on the exemption list are not drawn, unless the task's matter is one that no exemption
   * covers.
   *
   * @param exceptionApplies whether the task states such a matter
   */
  public record ExemptionList(boolean exceptionApplies, List<String> clauses) implements Rule {
    @Override
    public String code() {
      return "exempt";
    }

    @Override
    public Optional<String> excludes(PoolTarget target) {
      return !exceptionApplies && target.tags().contains("exempt")
          ? Optional.of("exempt")
          : Optional.empty();
    }
  }

  /**
   * The ceilings per year, of the rules and of the department (N-1).
   *
   * @param reading the counts so far
   * @param exceptions targets for which a named person went beyond it with a reason, where it holds
   *     "as a rule"
   */
  public record Ceilinged(Ceilings.Reading reading, Set<UUID> exceptions) {

    Optional<Standing> excludes(PoolTarget target) {
      return reading
          .reached(target)
          .filter(standing -> !(standing.asARule() && exceptions.contains(target.id())));
    }
  }

  /**
   * Where visits cannot be joint, targets already drawn by other sections in the period are left
   * out.
   *
   * @param rule what the profile says
   * @param others number of the other section's visit, by target
   */
  public record DrawnElsewhere(ExcludeOthers rule, Map<UUID, String> others, List<String> clauses)
      implements Rule {
    @Override
    public String code() {
      return "drawn-elsewhere";
    }

    @Override
    public Optional<String> excludes(PoolTarget target) {
      return rule.spares(target.tags())
          ? Optional.empty()
          : Optional.ofNullable(others.get(target.id()));
    }
  }

  /** Nothing of its class is drawn. */
  public static final String CLASS_NOT_IN_PLAN = "class-not-in-plan";

  /** It lies in none of the regions over which the plan splits the numbers. */
  public static final String REGION_NOT_IN_PLAN = "region-not-in-plan";

  private final List<Rule> rules;
  private final Ceilinged ceilings;
  private final RiskRules risk;
  private final DrawTerms terms;

  /** Registries have few regions and many targets. */
  private final Map<String, Optional<String>> regions = new HashMap<>();

  /**
   * @param rules asked in this order
   * @param ceilings asked after them
   * @param risk as what targets are drawn
   * @param terms what is drawn of whom
   */
  public PoolRules(List<Rule> rules, Ceilinged ceilings, RiskRules risk, DrawTerms terms) {
    this.rules = List.copyOf(rules);
    this.ceilings = ceilings;
    this.risk = risk;
    this.terms = terms;
  }

  /** The line of a target. */
  public PoolLine apply(PoolTarget target) {
    Treatment treatment = Treatment.of(risk, target);
    String ofClass =
        treatment.isKey() && terms.draws(DrawTerms.KEY) ? DrawTerms.KEY : target.riskClass();
    Optional<String> region = regions.computeIfAbsent(target.regionCode(), this::region);
    String stratum = region.map(r -> ofClass + "." + r).orElse(ofClass);
    Out out = out(target, ofClass, region);
    return new PoolLine(
        target.id(),
        target.unitId(),
        target.name(),
        target.riskClass(),
        target.regionCode(),
        treatment,
        stratum,
        out == null ? null : out.reason(),
        out == null ? "" : out.detail());
  }

  private record Out(String reason, String detail) {}

  private @Nullable Out out(PoolTarget target, String ofClass, Optional<String> region) {
    for (Rule rule : rules) {
      Optional<String> detail = rule.excludes(target);
      if (detail.isPresent()) {
        return new Out(rule.code(), detail.get());
      }
    }
    Optional<Standing> reached = ceilings.excludes(target);
    if (reached.isPresent()) {
      Standing standing = reached.get();
      return new Out(
          Lifecycle.wireName(standing.ceiling()), standing.drawn() + "/" + standing.max());
    }
    if (!terms.draws(ofClass)) {
      return new Out(CLASS_NOT_IN_PLAN, ofClass);
    }
    return terms.splitsOverRegions() && region.isEmpty()
        ? new Out(REGION_NOT_IN_PLAN, target.regionCode())
        : null;
  }

  /** The region of the plan in which a division lies; of one in another, the inner one. */
  private Optional<String> region(String code) {
    return terms.weights().keySet().stream()
        .filter(region -> Regions.isWithin(code, region))
        .max(Comparator.comparingInt(PoolRules::significant));
  }

  private static int significant(String region) {
    return region.replaceAll("(00){1,2}$", "").length();
  }
}
