package cn.sunlot.catalog;

import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.TodoSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of the item list: what other modules may ask of items and checklists. */
public interface Catalog extends TodoSource {

  /** 重点检查事项 or 一般检查事项. */
  enum Category {
    /** No cap on the ratio. */
    KEY,
    /** Ratio strictly limited. */
    GENERAL
  }

  /**
   * One version of an item, as it was approved.
   *
   * @param id key of the version
   * @param itemId key of the item, the same for all its versions
   * @param version number of the version, from 1
   * @param departmentId the section that owns it
   * @param code the item's code in the list, e.g. {@code JN-01}
   * @param ratioCapBp highest ratio of targets to be drawn, in basis points; null for a key item
   * @param timesPerYear how often a year it is meant to be inspected, or null where not fixed
   * @param targetKind kind of target, as the registry names it
   * @param basis laws and their articles
   * @param methods ways of inspecting: {@code on-site}, {@code documents}, {@code
   *     network-monitoring}, {@code testing}
   * @param body who inspects
   * @param participants departments that take part in a joint item, which its department leads;
   *     empty for a department's own
   * @param from first day in force
   */
  record ItemVersion(
      UUID id,
      UUID itemId,
      int version,
      UUID authorityId,
      UUID departmentId,
      String code,
      String name,
      Category category,
      @Nullable Integer ratioCapBp,
      @Nullable Integer timesPerYear,
      String targetKind,
      String content,
      List<String> basis,
      List<String> methods,
      String body,
      List<UUID> participants,
      @Nullable UUID checklistVersionId,
      LocalDate from) {}

  /**
   * A version as the public list shows it.
   *
   * @param until last day in force, or null while nothing ends it
   * @param batch number of the batch in which a joint item was published
   * @param decidedOn when the joint conference, or who the rules name, decided on a joint item
   * @param decisionNumber number of the document that says so
   */
  record ListedVersion(
      ItemVersion item,
      @Nullable LocalDate until,
      @Nullable String batch,
      @Nullable LocalDate decidedOn,
      @Nullable String decisionNumber) {}

  /**
   * The checklist of an item version.
   *
   * @param frozen whether it can no longer be changed, because its item was published
   * @param sections in the present form model, whatever it was written in
   */
  record Checklist(
      UUID versionId, int version, String title, boolean frozen, List<Section> sections) {

    public Definition definition() {
      return Definition.of(title, sections);
    }

    /** How many things are asked. */
    public int questions() {
      return (int) definition().questions().count();
    }
  }

  /**
   * A version that is or was in force, also an ended one.
   *
   * @throws cn.sunlot.kernel.Refused if there is none, or it was never published
   */
  ItemVersion getItem(UUID itemVersionId);

  /** The version of an item in force on a day. */
  Optional<ItemVersion> findInForce(UUID itemId, LocalDate day);

  /** The item list of an authority on a day, by code. */
  List<ItemVersion> listInForce(UUID authorityId, LocalDate day);

  /** Versions of the authority's items that are, were or will be in force, by code and number. */
  List<ListedVersion> listPublished(UUID authorityId);

  /** The checklist of an item version, whatever the version's state. */
  Checklist getChecklist(UUID checklistVersionId);
}
