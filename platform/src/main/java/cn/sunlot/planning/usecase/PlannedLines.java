package cn.sunlot.planning.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Overlap;
import cn.sunlot.planning.domain.PlannedLine;
import cn.sunlot.planning.domain.PlannedLine.Place;
import cn.sunlot.planning.store.LineSearch;
import cn.sunlot.planning.store.ProposalSearch;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of a year with where they stand and how they inspect. */
@Component
class PlannedLines {

  private final LineSearch search;
  private final ProposalSearch proposals;
  private final Catalog catalog;
  private final Organisation organisation;

  PlannedLines(
      LineSearch search, ProposalSearch proposals, Catalog catalog, Organisation organisation) {
    this.proposals = proposals;
    this.search = search;
    this.organisation = organisation;
    this.catalog = catalog;
  }

  /**
   * Lines of the authority's year.
   *
   * @param regions only those that touch them; empty: all
   */
  List<PlannedLine> list(UUID authorityId, int year, Set<String> regions) {
    Bodies bodies = Bodies.of(organisation, authorityId);
    Scope scope = Scope.of(authorityId, Set.of());
    return Stream.concat(
            search.listOfYear(scope, year).stream(), proposals.listUnderWay(scope, year).stream())
        .filter(row -> Overlap.regions(row.line().filter().regionCodes(), regions).isPresent())
        .map(row -> planned(row.line(), row.place(), bodies))
        .toList();
  }

  /** A line that is only being drafted. */
  PlannedLine drafted(UUID authorityId, Line line) {
    return planned(line, null, Bodies.of(organisation, authorityId));
  }

  private PlannedLine planned(Line line, @Nullable Place place, Bodies bodies) {
    return new PlannedLine(line, place, bodies.leading(line), methods(line));
  }

  /** Its own ways of inspecting, or where it names none those of its items. */
  private Set<String> methods(Line line) {
    Set<String> own =
        line.arrangement().methods().stream().map(Lifecycle::wireName).collect(Collectors.toSet());
    return own.isEmpty()
        ? line.itemVersionIds().stream()
            .flatMap(id -> catalog.getItem(id).methods().stream())
            .collect(Collectors.toSet())
        : own;
  }
}
