package cn.sunlot.planning.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Manpower;
import cn.sunlot.planning.domain.Overlap;
import cn.sunlot.planning.domain.Overlaps;
import cn.sunlot.planning.domain.PlannedLine;
import cn.sunlot.planning.domain.PlannedLine.Place;
import cn.sunlot.planning.domain.PlannedLine.Source;
import cn.sunlot.planning.usecase.FindOverlaps;
import cn.sunlot.planning.usecase.MeasureManpower;
import cn.sunlot.planning.web.FigureResponses.InspectorsOf;
import cn.sunlot.planning.web.FigureResponses.ManpowerView;
import cn.sunlot.planning.web.FigureResponses.NeighbourView;
import cn.sunlot.planning.web.FigureResponses.OverlapView;
import cn.sunlot.planning.web.FigureResponses.OverlapsOfYear;
import cn.sunlot.planning.web.FigureResponses.PlannedLineView;
import cn.sunlot.planning.web.FigureResponses.SharedView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Figures of drafted lines and overlaps as clients see them, with the names behind the keys. */
@Component
@Transactional(readOnly = true)
class OverlapViews {

  private final FindOverlaps overlaps;
  private final MeasureManpower manpower;
  private final Organisation organisation;

  OverlapViews(FindOverlaps overlaps, MeasureManpower manpower, Organisation organisation) {
    this.overlaps = overlaps;
    this.manpower = manpower;
    this.organisation = organisation;
  }

  ManpowerView manpower(Line line) {
    UUID authorityId = SignedIn.get().authorityId();
    Names names = names(authorityId);
    Manpower measured = manpower.run(authorityId, line);
    return new ManpowerView(
        measured.visits(),
        measured.team(),
        measured.perDay(),
        measured.days(),
        measured.needed(),
        measured.available(),
        measured.enough(),
        measured.departments().stream()
            .map(
                d ->
                    new InspectorsOf(
                        names.department(d.departmentId()), d.inspectors(), d.available()))
            .toList());
  }

  /** Others' lines for the same targets and days, and those of the own department. */
  List<NeighbourView> neighbours(Line line) {
    UUID authorityId = SignedIn.get().authorityId();
    Names names = names(authorityId);
    return overlaps.of(line, line.period().from().getYear(), authorityId).stream()
        .map(
            o ->
                new NeighbourView(
                    view(o.other(), names), shared(o), o.one().leadId().equals(o.other().leadId())))
        .toList();
  }

  OverlapsOfYear ofYear(int year, Set<String> regions) {
    UUID authorityId = SignedIn.get().authorityId();
    Names names = names(authorityId);
    Overlaps laidOut = overlaps.year(authorityId, year, regions);
    return new OverlapsOfYear(
        year,
        laidOut.all().stream()
            .map(o -> new OverlapView(view(o.one(), names), view(o.other(), names), shared(o)))
            .toList(),
        laidOut.burden());
  }

  private static SharedView shared(Overlap overlap) {
    var shared = overlap.shared();
    return new SharedView(
        List.copyOf(shared.kinds()),
        List.copyOf(shared.regionCodes()),
        List.copyOf(shared.methods()),
        shared.period().from(),
        shared.period().to(),
        overlap.targets(),
        overlap.both());
  }

  private PlannedLineView view(PlannedLine planned, Names names) {
    Line line = planned.line();
    Place place = Objects.requireNonNull(planned.place());
    return new PlannedLineView(
        line.id(),
        line.title(),
        Lifecycle.wireName(place.source()),
        place.source() == Source.PLAN ? place.id() : null,
        place.source() == Source.PROPOSAL ? place.id() : null,
        place.number(),
        place.title(),
        place.state(),
        names.department(planned.leadId()),
        line.arrangement().participants().stream().map(names::department).toList(),
        names.person(place.draftedBy()),
        line.period().from(),
        line.period().to(),
        Lifecycle.wireName(line.arrangement().handling()));
  }

  private Names names(UUID authorityId) {
    return new Names(
        organisation.listDepartments(authorityId).stream()
            .collect(Collectors.toMap(Department::id, Department::name)));
  }

  /** Names, each person looked up once. */
  private final class Names {

    private final Map<UUID, String> departments;
    private final Map<UUID, NamedId> people = new HashMap<>();

    Names(Map<UUID, String> departments) {
      this.departments = departments;
    }

    NamedId department(UUID id) {
      return LineViews.named(id, departments);
    }

    @Nullable NamedId person(UUID id) {
      return people.computeIfAbsent(
          id, key -> new NamedId(key, organisation.getPerson(key).name()));
    }
  }
}
