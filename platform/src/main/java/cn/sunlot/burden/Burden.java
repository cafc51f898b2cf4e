package cn.sunlot.burden;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The face of the counts per target. */
public interface Burden {

  /** Where a mark comes from. */
  enum Source {
    DRAW,
    TAKE_OVER
  }

  /** What kind of inspection it was for (N-2). */
  enum Kind {
    /** By plan. */
    ROUTINE,
    /** A campaign. */
    SPECIAL,
    /** By a complaint, a transfer, an assigned lead; counts for no ceiling (N-1). */
    CAUSED
  }

  /**
   * One time that a target was drawn.
   *
   * @param departmentIds whose inspection it is; none where an earlier system did not say
   * @param itemIds items (not versions) it was drawn for
   * @param day the day that decides the year
   * @param joint whether several departments inspect together
   * @param ref what counts once, e.g. the visit's number
   */
  record Mark(
      UUID authorityId,
      Set<UUID> departmentIds,
      UUID targetId,
      Set<UUID> itemIds,
      LocalDate day,
      Kind kind,
      boolean joint,
      Source source,
      String ref) {}

  /**
   * Which marks of a year are counted together; caused ones never are.
   *
   * @param itemIds those for any of these items; empty for whatever item
   * @param jointOnly only joint inspections
   * @param departmentIds only inspections of these; empty for everybody's
   */
  record Counted(
      UUID authorityId, int year, Set<UUID> itemIds, boolean jointOnly, Set<UUID> departmentIds) {

    public Counted {
      itemIds = Set.copyOf(itemIds);
      departmentIds = Set.copyOf(departmentIds);
    }

    /** Every mark of the authority's year. */
    public static Counted all(UUID authorityId, int year) {
      return new Counted(authorityId, year, Set.of(), false, Set.of());
    }

    public Counted ofItems(Collection<UUID> items) {
      return new Counted(authorityId, year, Set.copyOf(items), jointOnly, departmentIds);
    }

    public Counted ofJoint() {
      return new Counted(authorityId, year, itemIds, true, departmentIds);
    }

    public Counted ofDepartments(Collection<UUID> departments) {
      return new Counted(authorityId, year, itemIds, jointOnly, Set.copyOf(departments));
    }
  }

  /** Adds marks in the transaction of the draw. */
  void record(List<Mark> marks);

  /**
   * How often targets were drawn; targets never drawn are absent. Those that were merged into
   * others count there, and a merged visit counts once.
   */
  Map<UUID, Integer> count(Counted marks);

  /** The marks of one target in a year, and of those merged into it, earliest first. */
  List<Mark> listMarks(UUID targetId, int year);
}
