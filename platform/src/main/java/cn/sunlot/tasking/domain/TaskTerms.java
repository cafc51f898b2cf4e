package cn.sunlot.tasking.domain;

import cn.sunlot.registry.Registry.TargetFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task is about; nothing of it changes after it was set up: until then invited departments
 * add their items.
 *
 * @param planLineId the plan line it carries out, or null on another ground (ZB-21)
 * @param items what is checked, each by the department that picked it
 * @param filter whom the scope hits
 * @param ratesBp rate per risk class in ten-thousandths; {@code K} for key targets where the plan
 *     raises them
 * @param exemptionException why targets on the exemption list are drawn all the same (ZB-9), or
 *     null
 * @param joint whether visits are merged with those of other sections (ZB-12)
 * @param separateReason why not, where they are not
 * @param aloneReason why a special campaign is no joint inspection (PDS-8), or ""
 * @param handedDown whether what is drawn goes down to the departments of the line in the counties
 *     (TZ-19)
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
    List<TaskItem> items,
    TargetFilter filter,
    Map<String, Integer> ratesBp,
    LocalDate from,
    LocalDate to,
    @Nullable String exemptionException,
    boolean joint,
    String separateReason,
    String aloneReason,
    boolean handedDown,
    String profileId,
    String profileVersion,
    Instant createdAt) {

  /** On what ground a task stands (ZB-2, ZB-21, TZ-17, PDS-8). */
  public enum Ground {
    PLAN,
    COMPLAINT,
    ASSIGNED_WORK,
    EMERGENCY,
    CAMPAIGN_FROM_ABOVE,
    // The further ones only plans beside the yearly plan know.
    WHEN_NEEDED,
    SUPERIOR_ORDER,
    SUPERIOR_DEMAND,
    LAW_FIXES_THE_WAY;

    /** Whether a task can stand on it that carries out no line of a plan. */
    public boolean needsNoPlan() {
      return switch (this) {
        case COMPLAINT, ASSIGNED_WORK, EMERGENCY, CAMPAIGN_FROM_ABOVE -> true;
        case PLAN, WHEN_NEEDED, SUPERIOR_ORDER, SUPERIOR_DEMAND, LAW_FIXES_THE_WAY -> false;
      };
    }
  }

  public TaskTerms {
    items = List.copyOf(items);
  }

  public List<UUID> itemVersionIds() {
    return items.stream().map(TaskItem::versionId).toList();
  }

  /** Items, for counting draws of the same one. */
  public List<UUID> itemIds() {
    return items.stream().map(TaskItem::itemId).distinct().toList();
  }

  /** Departments that check something: the one that leads, then the others. */
  public Set<UUID> departments() {
    Set<UUID> all = new LinkedHashSet<>(List.of(departmentId));
    items.forEach(item -> all.add(item.departmentId()));
    return Collections.unmodifiableSet(all);
  }

  /** The same with all items that were picked. */
  public TaskTerms with(List<TaskItem> all) {
    return new TaskTerms(
        number,
        authorityId,
        departmentId,
        title,
        planLineId,
        ground,
        groundText,
        all,
        filter,
        ratesBp,
        from,
        to,
        exemptionException,
        joint,
        separateReason,
        aloneReason,
        handedDown,
        profileId,
        profileVersion,
        createdAt);
  }

  /** The same under other rules. */
  public TaskTerms under(String otherProfileId, String otherProfileVersion) {
    return new TaskTerms(
        number,
        authorityId,
        departmentId,
        title,
        planLineId,
        ground,
        groundText,
        items,
        filter,
        ratesBp,
        from,
        to,
        exemptionException,
        joint,
        separateReason,
        aloneReason,
        handedDown,
        otherProfileId,
        otherProfileVersion,
        createdAt);
  }

  /** The year whose ceilings the draw counts for. */
  public int year() {
    return from.getYear();
  }
}
