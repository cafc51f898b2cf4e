package cn.sunlot.tasking.domain;

import cn.sunlot.policy.AnnualCap;
import cn.sunlot.policy.ExcludeOthers;
import cn.sunlot.policy.KeyTargets;
import cn.sunlot.policy.TargetMark;
import cn.sunlot.registry.Registry.PoolTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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
   * The ceiling per year.
   *
   * @param cap what the profile says
   * @param drawn draws counted so far, by target
   * @param exceptions targets for which a named person went beyond it with a reason
   */
  public record Ceiling(
      AnnualCap cap, Map<UUID, Integer> drawn, Set<UUID> exceptions, List<String> clauses)
      implements Rule {
    @Override
    public String code() {
      return "annual-cap";
    }

    @Override
    public Optional<String> excludes(PoolTarget target) {
      int count = drawn.getOrDefault(target.id(), 0);
      boolean lifted = cap.spares(target.tags()) || exceptions.contains(target.id());
      return count < cap.max() || lifted ? Optional.empty() : Optional.of(count + "/" + cap.max());
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

  /** Stratum of key targets, where the plan gives them a rate of their own (ZB-12). */
  public static final String KEY_STRATUM = "K";

  private final List<Rule> rules;
  private final KeyTargets keyTargets;
  private final Set<String> strata;

  /**
   * @param rules asked in this order
   * @param keyTargets what makes a key target
   * @param strata strata that have a rate
   */
  public PoolRules(List<Rule> rules, KeyTargets keyTargets, Set<String> strata) {
    this.rules = List.copyOf(rules);
    this.keyTargets = keyTargets;
    this.strata = Set.copyOf(strata);
  }

  public List<PoolLine> apply(Stream<PoolTarget> targets) {
    return targets.map(this::apply).toList();
  }

  public List<Rule> rules() {
    return rules;
  }

  private PoolLine apply(PoolTarget target) {
    String stratum =
        strata.contains(KEY_STRATUM)
                && TargetMark.any(keyTargets.raiseRateAndFrequencyFor(), target.tags())
            ? KEY_STRATUM
            : target.riskClass();
    for (Rule rule : rules) {
      Optional<String> detail = rule.excludes(target);
      if (detail.isPresent()) {
        return new PoolLine(
            target.id(), target.unitId(), target.name(), stratum, rule.code(), detail.get());
      }
    }
    return strata.contains(stratum)
        ? new PoolLine(target.id(), target.unitId(), target.name(), stratum, null, "")
        : new PoolLine(
            target.id(), target.unitId(), target.name(), stratum, "class-not-in-plan", stratum);
  }
}
