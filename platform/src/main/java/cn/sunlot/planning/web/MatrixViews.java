package cn.sunlot.planning.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.PlanMatrix;
import cn.sunlot.planning.domain.PlanMatrix.Entry;
import cn.sunlot.planning.domain.PlannedLine.Place;
import cn.sunlot.planning.domain.PlannedLine.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans of a year as the screen lays them out. */
@Component
@Transactional(readOnly = true)
class MatrixViews {

  /**
   * The plans of a year.
   *
   * @param departments those that lead or take part in something, superior ones first
   */
  record MatrixView(int year, List<DepartmentRow> departments) {}

  /**
   * What a department leads or takes part in.
   *
   * @param regionCode where it is competent, or null for a section of a bureau
   */
  record DepartmentRow(NamedId department, @Nullable String regionCode, List<BatchView> batches) {}

  /**
   * A line in the row of a department.
   *
   * @param leads whether the department of the row leads, or takes part
   * @param planId null for a proposal
   * @param proposalId null for a plan
   * @param regionCodes of its scope; empty: everywhere
   * @param state of the plan's current version, or of the proposal
   */
  record BatchView(
      UUID lineId,
      @Nullable UUID planId,
      @Nullable UUID proposalId,
      String number,
      String title,
      String category,
      boolean leads,
      NamedId lead,
      List<NamedId> participants,
      LocalDate from,
      LocalDate to,
      long pool,
      long expected,
      List<String> regionCodes,
      @OneOf(Handling.class) String handling,
      String state) {}

  private final Organisation organisation;

  MatrixViews(Organisation organisation) {
    this.organisation = organisation;
  }

  MatrixView of(PlanMatrix matrix) {
    List<Department> all = organisation.listDepartments(SignedIn.get().authorityId());
    Map<UUID, String> names =
        all.stream().collect(Collectors.toMap(Department::id, Department::name));
    Map<UUID, List<BatchView>> rows = new HashMap<>();
    for (Entry entry : matrix.entries()) {
      Line line = entry.line().line();
      add(rows, entry.line().leadId(), batch(entry, true, names));
      for (UUID participant : line.arrangement().participants()) {
        add(rows, participant, batch(entry, false, names));
      }
    }
    return new MatrixView(
        matrix.year(),
        all.stream()
            .filter(d -> rows.containsKey(d.id()))
            .map(
                d ->
                    new DepartmentRow(
                        new NamedId(d.id(), d.name()),
                        d.region(),
                        rows.getOrDefault(d.id(), List.of()).stream().sorted(ORDER).toList()))
            .toList());
  }

  private static final Comparator<BatchView> ORDER =
      Comparator.comparing(BatchView::from)
          .thenComparing(BatchView::to)
          .thenComparing(BatchView::number)
          .thenComparing(BatchView::title);

  private static void add(Map<UUID, List<BatchView>> rows, UUID department, BatchView batch) {
    rows.computeIfAbsent(department, d -> new ArrayList<>()).add(batch);
  }

  private static BatchView batch(Entry entry, boolean leads, Map<UUID, String> names) {
    Line line = entry.line().line();
    Place place = Objects.requireNonNull(entry.line().place());
    return new BatchView(
        line.id(),
        place.source() == Source.PLAN ? place.id() : null,
        place.source() == Source.PROPOSAL ? place.id() : null,
        place.number(),
        line.title(),
        line.category(),
        leads,
        LineViews.named(entry.line().leadId(), names),
        line.arrangement().participants().stream().map(p -> LineViews.named(p, names)).toList(),
        line.period().from(),
        line.period().to(),
        entry.pool(),
        entry.expected(),
        line.filter().regionCodes().stream().sorted().toList(),
        Lifecycle.wireName(line.arrangement().handling()),
        place.state());
  }
}
