package cn.sunlot.fieldwork.domain;

import cn.sunlot.checklist.Outcome.Consequence;
import cn.sunlot.fieldwork.Fieldwork.Found;
import cn.sunlot.fieldwork.Fieldwork.Lead;
import cn.sunlot.fieldwork.domain.RecordContent.DirectResult;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What a record says of each item of its part. */
public final class FoundItems {

  private static final String TRANSFER = "transfer";

  private FoundItems() {}

  public static List<Found> of(UUID visitId, VisitPart part, RecordContent content) {
    LocalDate day = Objects.requireNonNull(content.visitedOn());
    DirectResult direct = content.direct();
    return part.items().stream()
        .flatMap(
            item ->
                direct == null
                    ? inspected(visitId, item, content, day)
                    : Stream.of(direct(visitId, item, direct, day)))
        .toList();
  }

  private static Found direct(UUID visitId, VisitItem item, DirectResult direct, LocalDate day) {
    return new Found(
        visitId,
        item.taskId(),
        item.itemVersionId(),
        item.departmentId(),
        day,
        direct.reason(),
        direct.explanation(),
        List.of(),
        "",
        direct.reason(),
        List.of());
  }

  private static Stream<Found> inspected(
      UUID visitId, VisitItem item, RecordContent content, LocalDate day) {
    return content.items().stream()
        .filter(e -> e.itemVersionId().equals(item.itemVersionId()))
        .limit(1)
        .map(
            e ->
                new Found(
                    visitId,
                    item.taskId(),
                    item.itemVersionId(),
                    item.departmentId(),
                    day,
                    e.type(),
                    e.finding(),
                    e.measures(),
                    e.handling(),
                    null,
                    leads(e)));
  }

  /** What another body is to handle, by the checklist and by what the team added. */
  private static List<Lead> leads(ItemEntry entry) {
    List<Lead> leads = new ArrayList<>();
    entry.found().forEach(f -> lead(f.text(), f.consequence(), leads));
    entry.added().forEach(a -> lead(a.text(), a.consequence(), leads));
    return leads;
  }

  private static void lead(String problem, Consequence then, List<Lead> leads) {
    if (then.kind().equals(TRANSFER)) {
      leads.add(new Lead(problem, then.to(), then.text()));
    }
  }
}
