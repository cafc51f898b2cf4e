package cn.sunlot.registry.web;

import cn.sunlot.kernel.OneOf;
import cn.sunlot.registry.domain.TargetKind;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.store.SubRegistrySearch.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What screens are told about targets. */
final class TargetResponses {

  private TargetResponses() {}

  /**
   * A row of the list.
   *
   * @param region name of the division, "" where the code is not a current one
   * @param contact masked
   * @param warnings what is doubtful and was kept
   */
  record TargetRow(
      UUID id,
      String unitId,
      String name,
      @OneOf(TargetKind.class) String kind,
      String regionCode,
      String region,
      String riskClass,
      List<String> tags,
      @OneOf(TargetStatus.class) String status,
      @Nullable String responsiblePerson,
      @Nullable String contact,
      boolean complete,
      List<String> warnings,
      Instant updatedAt) {}

  /**
   * A change of a target.
   *
   * @param by name of the person
   * @param importId the import that brought it, or null
   * @param changes field → before and after
   */
  record ChangeView(
      Instant at,
      String by,
      @Nullable UUID importId,
      String reason,
      Map<String, List<Object>> changes) {}

  /**
   * Something that is known of targets of a kind only.
   *
   * @param text the value as people read it; masked where it is of a person and the reader may not
   *     edit
   */
  record DetailView(String name, String label, String value, String text) {}

  /**
   * The other end of a relation.
   *
   * @param relation its name
   * @param label seen from this target
   * @param id null where the registry has no such target, or the reader does not see it
   */
  record RelationView(
      String relation,
      String label,
      String unitId,
      @Nullable UUID id,
      @Nullable String name,
      @OneOf(TargetKind.class) @Nullable String kind) {}

  /**
   * A target.
   *
   * @param contact in full for those who may change it, masked for others
   * @param belongsTo what it belongs to
   * @param belonging what belongs to it, 200 at most
   * @param registers sub-registries that it is in, or out of which it was taken
   */
  record TargetDetail(
      UUID id,
      String unitId,
      String name,
      @OneOf(TargetKind.class) String kind,
      String regionCode,
      String region,
      String address,
      String riskClass,
      List<String> tags,
      @OneOf(TargetStatus.class) String status,
      @Nullable String responsiblePerson,
      @Nullable String contact,
      boolean complete,
      List<DetailView> details,
      List<RelationView> belongsTo,
      List<RelationView> belonging,
      List<Membership> registers,
      List<String> warnings,
      Instant updatedAt,
      int version,
      List<ChangeView> history,
      List<String> allowedCommands) {}

  record ContactView(@Nullable String contact) {}

  record TaggedView(int changed) {}
}
