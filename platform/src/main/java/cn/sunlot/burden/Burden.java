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

  /**
   * One time that a target was drawn.
   *
   * @param itemIds items (not versions) it was drawn for
   * @param day the day that decides the year
   * @param ref what counts once, e.g. the visit's number
   */
  record Mark(
      UUID authorityId,
      UUID targetId,
      Set<UUID> itemIds,
      LocalDate day,
      Source source,
      String ref) {}

  /** Adds marks in the transaction of the draw. */
  void record(List<Mark> marks);

  /**
   * Targets drawn this year for any of these items, with how often; targets never drawn are absent.
   * Those that were merged into others count there.
   */
  Map<UUID, Integer> countDrawn(UUID authorityId, Collection<UUID> itemIds, int year);

  /** Targets drawn this year for whatever item, with how often. */
  Map<UUID, Integer> countDrawnAny(UUID authorityId, int year);

  /** The marks of one target in a year, and of those merged into it, earliest first. */
  List<Mark> listMarks(UUID targetId, int year);
}
