package cn.sunlot.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of fieldwork: what was found at a visit, once it is reviewed. */
public interface Fieldwork {

  /**
   * What was found for one item.
   *
   * @param departmentId the department that checked it and answers for it
   * @param type wire name of a listed result type, or {@code other:…} with a stated one
   * @param measures what was ordered or done on the spot
   * @param handling what is proposed to follow
   * @param directReason why there was no inspection, or null
   * @param leads what is to be transferred
   */
  record Found(
      UUID visitId,
      UUID taskId,
      UUID itemVersionId,
      UUID departmentId,
      LocalDate visitedOn,
      String type,
      String finding,
      List<String> measures,
      String handling,
      @Nullable String directReason,
      List<Lead> leads) {}

  /**
   * A problem that another body is to handle.
   *
   * @param receiver to whom it goes
   * @param text what is to be done, or ""
   */
  record Lead(String problem, String receiver, String text) {}

  /**
   * What one department checks in a visit.
   *
   * @param entered how it was handed in, or null before
   */
  record Part(UUID departmentId, Set<UUID> itemVersionIds, @Nullable Entered entered) {

    public Part {
      itemVersionIds = Set.copyOf(itemVersionIds);
    }
  }

  /**
   * A record that was handed in.
   *
   * @param visitedOn the day on site, on which the inspection ended
   * @param madeOn the day on which it was handed in first
   * @param mobile whether it came by mobile
   */
  record Entered(LocalDate visitedOn, LocalDate madeOn, boolean mobile) {}

  /**
   * Demands that the person who is signed in may see a visit: of their departments, or of their own
   * team.
   *
   * @throws cn.sunlot.kernel.Refused for anybody else it does not exist
   */
  void demandVisible(UUID visitId);

  /** The departments' parts of a visit, that of the leading department first. */
  List<Part> listParts(UUID visitId);

  /** What a department found at a visit, per item; empty until its record was accepted. */
  List<Found> listFound(UUID visitId, UUID departmentId);
}
