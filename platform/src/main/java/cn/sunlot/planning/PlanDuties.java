package cn.sunlot.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about plans for the assessment of departments: done or not, never ranked. */
public interface PlanDuties {

  /**
   * What a department owed about the plans of a year (PDS-7, RS-2.4).
   *
   * @param region of the joint conference that it is a member of
   * @param duty {@code propose}, {@code publish-joint-plan} or {@code file-own-plan}
   * @param done null while it is not
   * @param doneBy number of the proposal or plan that fulfilled it, or {@code nothing-to-propose}
   */
  record Duty(
      UUID departmentId,
      String region,
      int year,
      String duty,
      LocalDate due,
      @Nullable LocalDate done,
      @Nullable String doneBy) {}

  /**
   * That a department initiated a joint inspection of a year, or joined one (PDS-9).
   *
   * @param lead whether it initiated it
   */
  record Initiation(
      UUID departmentId, String planNumber, UUID lineId, String title, boolean lead) {}

  /** Duties of the departments of an authority about the plans of a year, by due day. */
  List<Duty> listDuties(UUID authorityId, int year);

  /** Who initiated and who joined the joint inspections of the year's plans that bind. */
  List<Initiation> listInitiations(UUID authorityId, int year);
}
