package cn.sunlot.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which tasks rest on lines of plans. Planning does not know tasks; it is told by who does. */
public interface LinesInUse {

  /**
   * A task that is under way.
   *
   * @param from first day of its period
   */
  record Use(UUID lineId, String taskNumber, LocalDate from, LocalDate to) {}

  /** Tasks of these lines that are neither finished nor given up, by number. */
  List<Use> listUnderWay(Collection<UUID> lineIds);
}
