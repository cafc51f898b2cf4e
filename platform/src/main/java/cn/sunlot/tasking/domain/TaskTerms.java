package cn.sunlot.tasking.domain;

import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task is about; nothing of it changes after the task was opened.
 *
 * @param planLineId the plan line it carries out, or null on another ground (ZB-21)
 * @param itemIds the items of {@code itemVersionIds}, for counting draws of the same item
 * @param filter whom the scope hits
 * @param ratesBp rate per risk class in ten-thousandths; {@code K} for key targets where the plan
 *     raises them
 * @param exemptionException why targets on the exemption list are drawn all the same (ZB-9), or
 *     null
 * @param joint whether visits are merged with those of other sections (ZB-12)
 * @param separateReason why not, where they are not
 * @param profileId the rules it was opened under
 */
public record TaskTerms(
    String number,
    UUID authorityId,
    UUID departmentId,
    String title,
    @Nullable UUID planLineId,
    Ground ground,
    String groundText,
    List<UUID> itemVersionIds,
    List<UUID> itemIds,
    TargetFilter filter,
    Map<String, Integer> ratesBp,
    LocalDate from,
    LocalDate to,
    @Nullable String exemptionException,
    boolean joint,
    String separateReason,
    String profileId,
    String profileVersion,
    Instant createdAt) {

  /** On what ground a task stands (ZB-2, ZB-21). */
  public enum Ground {
    PLAN,
    COMPLAINT,
    ASSIGNED_WORK,
    EMERGENCY,
    CAMPAIGN_FROM_ABOVE
  }

  /** The year whose ceilings the draw counts for. */
  public int year() {
    return from.getYear();
  }
}
