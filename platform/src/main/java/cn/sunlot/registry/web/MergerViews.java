package cn.sunlot.registry.web;

import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.KindSchema;
import cn.sunlot.registry.domain.TargetKind;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.store.DuplicateSearch;
import cn.sunlot.registry.store.MergerSearch;
import cn.sunlot.registry.store.MergerSearch.Other;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.usecase.CompareTargets;
import cn.sunlot.registry.web.DuplicateViews.DuplicateRow;
import cn.sunlot.registry.web.TargetResponses.DetailView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the answers about targets side by side, and about what was merged into what. */
@Component
@Transactional(readOnly = true)
class MergerViews {

  /**
   * One of two targets that are compared.
   *
   * @param version to be sent with the merger
   */
  record ComparedTarget(
      UUID id,
      String unitId,
      String name,
      @OneOf(TargetKind.class) String kind,
      @OneOf(TargetStatus.class) String status,
      boolean complete,
      Instant updatedAt,
      int version) {}

  /**
   * What two targets say in one field.
   *
   * @param name as the history has it
   * @param label of a field that only some kinds have, else ""
   * @param first its values in the first target; a contact in part
   * @param chosen whether it is chosen which of the two is kept; tags are united
   */
  record ComparedField(
      String name,
      String label,
      List<String> first,
      List<String> second,
      boolean differs,
      boolean chosen) {}

  /**
   * Two targets side by side.
   *
   * @param pair what is known of the two, or null
   */
  record ComparisonView(
      ComparedTarget first,
      ComparedTarget second,
      List<ComparedField> fields,
      @Nullable DuplicateRow pair,
      List<String> allowedCommands) {}

  /**
   * The other end of a merger.
   *
   * @param unitId "" where the reader does not see it
   */
  record MergedTarget(UUID id, String unitId, String name) {}

  /**
   * A merger, seen from the survivor.
   *
   * @param separatedAt null while it holds
   */
  record MergerView(
      UUID id,
      MergedTarget absorbed,
      String by,
      Instant at,
      String reason,
      @Nullable String separatedBy,
      @Nullable Instant separatedAt,
      @Nullable String separatedReason,
      int version,
      List<String> allowedCommands) {}

  /**
   * What was merged with a target, and what may have to be.
   *
   * @param mergedInto who stands for it, or null
   * @param duplicates pairs that it makes and nobody has decided
   */
  record TargetMergers(
      @Nullable MergedTarget mergedInto, List<MergerView> merged, List<DuplicateRow> duplicates) {}

  private static final int MOST = 50;

  private final TargetSearch targets;
  private final MergerSearch mergers;
  private final DuplicateSearch duplicates;
  private final CompareTargets compare;
  private final DuplicateViews pairs;
  private final KindViews kinds;

  MergerViews(
      TargetSearch targets,
      MergerSearch mergers,
      DuplicateSearch duplicates,
      CompareTargets compare,
      DuplicateViews pairs,
      KindViews kinds) {
    this.targets = targets;
    this.mergers = mergers;
    this.duplicates = duplicates;
    this.compare = compare;
    this.pairs = pairs;
    this.kinds = kinds;
  }

  TargetMergers of(UUID id) {
    var scope = SignedIn.get().scope();
    targets.get(scope, id);
    var open = new DuplicateSearch.Filter("open", null, id, null);
    return new TargetMergers(
        mergers.findSurvivor(id).map(MergerViews::other).orElse(null),
        mergers.listOf(id).stream().map(this::merger).toList(),
        duplicates.page(scope, open, new Page.Request(1, MOST)).items().stream()
            .map(pairs::row)
            .toList());
  }

  private MergerView merger(MergerSearch.Row row) {
    boolean may = SignedIn.get().may(Permission.TARGETS_MERGE);
    Instant separated = row.separatedAt();
    return new MergerView(
        row.id(),
        other(row.absorbed()),
        pairs.person(row.mergedBy()),
        row.mergedAt(),
        row.reason(),
        row.separatedBy() == null ? null : pairs.person(row.separatedBy()),
        separated,
        row.separatedReason(),
        row.version(),
        may && separated == null ? List.of("separate") : List.of());
  }

  private static MergedTarget other(Other other) {
    return new MergedTarget(other.id(), other.unitId(), other.name());
  }

  ComparisonView compare(UUID firstId, UUID secondId) {
    SignedIn person = SignedIn.get();
    TargetSearch.Row first = targets.get(person.scope(), firstId);
    TargetSearch.Row second = targets.get(person.scope(), secondId);
    DuplicateRow pair =
        duplicates.findPair(person.scope(), firstId, secondId).map(pairs::row).orElse(null);
    boolean merged =
        mergers.findSurvivor(firstId).isPresent() || mergers.findSurvivor(secondId).isPresent();
    List<String> commands = new ArrayList<>();
    if (person.may(Permission.TARGETS_MERGE) && !merged && !firstId.equals(secondId)) {
      commands.add("merge");
    }
    return new ComparisonView(
        compared(first),
        compared(second),
        fields(first.target(), second.target(), compare.differing(firstId, secondId)),
        pair,
        commands);
  }

  private static ComparedTarget compared(TargetSearch.Row row) {
    Target target = row.target();
    return new ComparedTarget(
        target.id(),
        target.unitId(),
        target.name(),
        target.kind(),
        target.status(),
        target.complete(),
        row.updatedAt(),
        row.version());
  }

  private List<ComparedField> fields(Target first, Target second, Set<String> differing) {
    boolean choosing = first.kind().equals(second.kind());
    List<ComparedField> fields = new ArrayList<>();
    Map<String, List<String>> one = common(first);
    Map<String, List<String>> other = common(second);
    one.forEach(
        (name, value) ->
            fields.add(
                field(name, "", value, other.getOrDefault(name, List.of()), differing, choosing)));
    details(first, second, differing, choosing, fields);
    return fields;
  }

  private void details(
      Target first,
      Target second,
      Set<String> differing,
      boolean choosing,
      List<ComparedField> fields) {
    boolean full = SignedIn.get().may(Permission.TARGETS_EDIT);
    Map<String, String> labels = new TreeMap<>();
    Map<String, String> one = new TreeMap<>();
    Map<String, String> other = new TreeMap<>();
    for (DetailView detail : kinds.details(first, full)) {
      labels.put(detail.name(), detail.label());
      one.put(detail.name(), detail.text());
    }
    for (DetailView detail : kinds.details(second, full)) {
      labels.put(detail.name(), detail.label());
      other.put(detail.name(), detail.text());
    }
    labels.forEach(
        (name, label) ->
            fields.add(
                field(
                    KindSchema.PREFIX + name,
                    label,
                    text(one.get(name)),
                    text(other.get(name)),
                    differing,
                    choosing)));
  }

  private static ComparedField field(
      String name,
      String label,
      List<String> first,
      List<String> second,
      Set<String> differing,
      boolean choosing) {
    boolean differs =
        name.equals("unitId") || name.equals("status")
            ? !first.equals(second)
            : differing.contains(name);
    boolean chosen = choosing && differing.contains(name) && !name.equals("tags");
    return new ComparedField(name, label, first, second, differs, chosen);
  }

  /** In the order of the page of a target. */
  private static Map<String, List<String>> common(Target target) {
    Map<String, List<String>> fields = new java.util.LinkedHashMap<>();
    fields.put("unitId", text(target.unitId()));
    fields.put("name", text(target.name()));
    fields.put("kind", text(target.kind()));
    fields.put("status", text(target.status()));
    String region = Regions.findName(target.regionCode()).orElse("");
    fields.put("regionCode", text((region + " " + target.regionCode()).strip()));
    fields.put("address", text(target.address()));
    fields.put("responsiblePerson", text(target.responsiblePerson()));
    fields.put("contact", text(target.contact()));
    fields.put("riskClass", text(target.riskClass()));
    fields.put("tags", target.tags().stream().sorted().toList());
    return fields;
  }

  private static List<String> text(@Nullable String value) {
    String text = Objects.requireNonNullElse(value, "");
    return text.isEmpty() ? List.of() : List.of(text);
  }
}
