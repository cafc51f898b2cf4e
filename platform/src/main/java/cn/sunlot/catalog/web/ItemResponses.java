package cn.sunlot.catalog.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.domain.Comparison.Difference;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.policy.JointApprover;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients are told about items. */
final class ItemResponses {

  private ItemResponses() {}

  /**
   * A row of the list: the item by its current version.
   *
   * @param version of the item, for {@code If-Match} and batches
   * @param number number of the current version
   * @param participants departments that take part in a joint item
   * @param inForceId key of the version in force today, for plans; null if none is
   */
  record ItemRow(
      UUID id,
      String code,
      int version,
      String name,
      @OneOf(Catalog.Category.class) String category,
      @OneOf(ItemState.class) String state,
      int number,
      @Nullable Integer ratioCapBp,
      @Nullable Integer timesPerYear,
      String targetKind,
      NamedId department,
      List<NamedId> participants,
      @Nullable UUID inForceId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Instant changedAt) {}

  /**
   * A version.
   *
   * @param participants departments that take part in a joint item
   * @param reason why it was made
   * @param changedLaw the law that changed, or empty
   * @param sentBack why leaders sent it back, until it is submitted again
   * @param retireReason why the item left the list
   * @param ended the decision by which a joint item left it
   */
  record VersionView(
      UUID id,
      int number,
      @OneOf(ItemState.class) String state,
      String name,
      @OneOf(Catalog.Category.class) String category,
      @Nullable Integer ratioCapBp,
      @Nullable Integer timesPerYear,
      String targetKind,
      String content,
      List<String> basis,
      List<String> methods,
      String body,
      @Nullable ChecklistRef checklist,
      List<NamedId> participants,
      String reason,
      String changedLaw,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      NamedId draftedBy,
      @Nullable NamedId approvedBy,
      @Nullable String sentBack,
      @Nullable String retireReason,
      @Nullable NamedId consolidatedBy,
      @Nullable DecisionView decision,
      @Nullable BatchRef batch,
      @Nullable DecisionView ended) {}

  /** Who decided on a joint item, when, and by which document. */
  record DecisionView(@OneOf(JointApprover.class) String by, LocalDate on, String documentNumber) {}

  /** A batch, by its number. */
  record BatchRef(UUID id, String number, String name) {}

  record ChecklistRef(UUID id, int number, String title, int questions, boolean frozen) {}

  /**
   * An item.
   *
   * @param version for {@code If-Match}
   * @param lead the department or bureau that its section belongs to
   * @param office the office of the joint conference that coordinates it, where it is joint
   * @param inForceNumber number of the version in force today, or null
   */
  record ItemDetail(
      UUID id,
      String code,
      int version,
      NamedId department,
      NamedId lead,
      @Nullable NamedId office,
      VersionView current,
      @Nullable Integer inForceNumber,
      List<String> allowedCommands) {}

  /**
   * Another item that inspects the same.
   *
   * @param lead the department or bureau that its section belongs to
   * @param joint whether it is a joint item
   * @param basis laws and articles that both name
   */
  record OverlapView(
      UUID id,
      String code,
      String name,
      @OneOf(ItemState.class) String state,
      NamedId lead,
      boolean joint,
      boolean sameName,
      boolean sameTargetKind,
      List<String> basis) {}

  /** Two versions, and where they differ. */
  record ComparisonView(int from, int to, List<Difference> differences) {}
}
