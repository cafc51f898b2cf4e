package cn.sunlot.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of fieldwork: what was found at a visit, once it is reviewed. */
public interface Fieldwork {

  /**
   * What was found for one item.
   *
   * @param type wire name of a listed result type, or {@code other:…} with a stated one
   * @param measures what was ordered or done on the spot
   * @param handling what is proposed to follow
   * @param directReason why there was no inspection, or null
   */
  record Found(
      UUID visitId,
      UUID taskId,
      UUID itemVersionId,
      LocalDate visitedOn,
      String type,
      String finding,
      List<String> measures,
      String handling,
      @Nullable String directReason) {}

  /** What was found at a visit, per item; empty until the record was accepted. */
  List<Found> listFound(UUID visitId);
}
