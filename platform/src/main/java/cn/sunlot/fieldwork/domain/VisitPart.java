package cn.sunlot.fieldwork.domain;

import cn.sunlot.tasking.Tasks.Visit;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What one department checks in a visit, and answers for: its items, and its record of them
 * (PDS-18). Sections of one department or bureau have one part together.
 *
 * @param departmentId whose leader reviews it
 * @param bodyId the department or bureau that it belongs to
 */
public record VisitPart(UUID departmentId, UUID bodyId, List<VisitItem> items) {

  public VisitPart {
    items = List.copyOf(items);
  }

  /**
   * The parts of a visit, that of the leading department first.
   *
   * @param bodyOf the department or bureau that a section belongs to
   */
  public static List<VisitPart> of(Visit visit, UnaryOperator<UUID> bodyOf) {
    UUID lead = bodyOf.apply(visit.departmentId());
    Map<UUID, List<VisitItem>> byBody = new LinkedHashMap<>();
    byBody.put(lead, new ArrayList<>());
    visit
        .items()
        .forEach(
            item ->
                byBody
                    .computeIfAbsent(bodyOf.apply(item.departmentId()), k -> new ArrayList<>())
                    .add(item));
    List<VisitPart> parts = new ArrayList<>();
    byBody.forEach(
        (body, items) -> {
          if (!items.isEmpty()) {
            parts.add(
                new VisitPart(
                    body.equals(lead) ? visit.departmentId() : items.get(0).departmentId(),
                    body,
                    items));
          }
        });
    return parts;
  }

  public Set<UUID> itemVersionIds() {
    return items.stream().map(VisitItem::itemVersionId).collect(Collectors.toSet());
  }
}
