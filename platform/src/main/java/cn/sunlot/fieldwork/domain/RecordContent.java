package cn.sunlot.fieldwork.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the team puts down.
 *
 * @param visitedOn the day on site, or null while unknown
 * @param methods wire names of ways of inspecting
 * @param adjustedSteps which steps were changed or dropped, and why (ZB-15.5), or ""
 * @param direct why no inspection was possible, or null
 * @param officers who of the team was there, or null for the whole team
 */
public record RecordContent(
    @Nullable LocalDate visitedOn,
    List<String> methods,
    boolean licencesShown,
    boolean noticeHandedOver,
    String adjustedSteps,
    List<ItemEntry> items,
    @Nullable Signature signature,
    @Nullable DirectResult direct,
    @Nullable List<UUID> officers) {

  /**
   * What was found for one item.
   *
   * @param answers checklist answers by question code
   * @param type wire name of a result type, or {@code other:…}
   */
  public record ItemEntry(
      UUID taskId,
      UUID itemVersionId,
      Map<String, String> answers,
      String type,
      String finding,
      List<String> measures,
      String handling) {}

  /**
   * The target's signature, or its refusal.
   *
   * @param signed false where the target refused
   * @param signer who signed for the target
   * @param explanation why it was refused, put down and signed by the officers
   * @param witness who witnessed the refusal, or ""
   */
  public record Signature(boolean signed, String signer, String explanation, String witness) {}

  /**
   * A result without inspection (ZB-17).
   *
   * @param reason wire name of a listed reason, or {@code other:…}
   * @param explanation what the team saw
   */
  public record DirectResult(String reason, String explanation) {}

  public static RecordContent empty() {
    return new RecordContent(null, List.of(), false, false, "", List.of(), null, null, null);
  }
}
