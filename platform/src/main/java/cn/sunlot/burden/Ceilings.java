package cn.sunlot.burden;

import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the ceiling of inspections per target and year (N-1). Plans, pools, approvals,
 * later entry and the target's own page ask here and nowhere else.
 */
public interface Ceilings {

  /**
   * An inspection to come.
   *
   * @param departmentIds whose it is: each checks items of its own
   * @param itemIds items (not versions) it is for
   * @param joint whether several departments inspect together
   * @param below whether the departments of their lines in the counties carry it out, each in its
   *     own, so that their ceilings hold there as well (TZ-19)
   */
  record Occasion(
      UUID authorityId,
      Set<UUID> departmentIds,
      Set<UUID> itemIds,
      Kind kind,
      boolean joint,
      boolean below,
      int year) {

    /** One that the departments carry out themselves. */
    public Occasion(
        UUID authorityId,
        Set<UUID> departmentIds,
        Set<UUID> itemIds,
        Kind kind,
        boolean joint,
        int year) {
      this(authorityId, departmentIds, itemIds, kind, joint, false, year);
    }

    public Occasion {
      departmentIds = Set.copyOf(departmentIds);
      itemIds = Set.copyOf(itemIds);
    }
  }

  /** Who set a ceiling; the wire name is the reason for which a target is out of a pool. */
  enum Ceiling {
    /** The rules that bind the authority. */
    ANNUAL_CAP,
    /** A department, in public, for its own inspections. */
    DEPARTMENT_CEILING
  }

  /** Whether a ceiling holds for a target. */
  enum Hold {
    HOLDS,
    /** The target is of those that the rules leave outside the limit. */
    OUTSIDE_THE_LIMIT,
    /** It is for targets of low risk and high credit, which this one is not. */
    NOT_LOW_RISK,
    /** It is for joint inspections, which this one is not. */
    NOT_JOINT,
    /** Caused inspections have no ceiling. */
    CAUSED
  }

  /**
   * One ceiling as it stands for one target.
   *
   * @param max how often a year
   * @param drawn how often so far
   * @param asARule whether a named person may go beyond it with a stated, logged reason (原则上)
   * @param document where the department made it public, or ""
   */
  record Standing(
      Ceiling ceiling,
      int max,
      int drawn,
      Hold hold,
      boolean asARule,
      List<String> clauses,
      String document) {

    /** How often more; where it does not hold, what would be left. */
    public int left() {
      return Math.max(0, max - drawn);
    }

    /** Whether the target cannot be inspected once more. */
    public boolean reached() {
      return hold == Hold.HOLDS && drawn >= max;
    }
  }

  /** Counts that were taken once, to be asked for every target of a pool. */
  interface Reading {

    /** Every ceiling that there is, with how it stands for this target. */
    List<Standing> of(PoolTarget target);

    /**
     * The ceiling for which the target is out; of several, one that nobody can go beyond comes
     * first.
     */
    default Optional<Standing> reached(PoolTarget target) {
      return of(target).stream()
          .filter(Standing::reached)
          .min(Comparator.comparing(Standing::asARule));
    }
  }

  /** Takes the counts for an inspection under these rules. */
  Reading read(Profile profile, Occasion occasion);

  /** How the ceilings stand for one target, also one that no filter would hit. */
  List<Standing> of(Profile profile, Occasion occasion, UUID targetId);

  /**
   * How many active targets that a filter hits cannot be inspected once more.
   *
   * @param ceiling only those that this one keeps out, or null for any
   */
  long countReached(
      Profile profile, Occasion occasion, TargetFilter filter, @Nullable Ceiling ceiling);
}
