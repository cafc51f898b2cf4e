package cn.sunlot.planning.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.planning.domain.DoubleBurden;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Overlap;
import cn.sunlot.planning.domain.Overlaps;
import cn.sunlot.planning.domain.PlannedLine;
import cn.sunlot.planning.store.LineSearch;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines of plans and proposals of the same year that would inspect the same targets at the same
 * time in the same way: what the office consolidates (TZ-M6, TZ-15), and what a drafting department
 * may join (N-9).
 */
@Component
@Transactional(readOnly = true)
public class FindOverlaps {

  private final LineSearch search;
  private final Registry registry;
  private final Catalog catalog;
  private final CountLines count;

  FindOverlaps(LineSearch search, Registry registry, Catalog catalog, CountLines count) {
    this.search = search;
    this.registry = registry;
    this.catalog = catalog;
    this.count = count;
  }

  /**
   * The overlaps of a line, stored or not, with others of the authority's year; in each it is the
   * first of the two. Those first where most targets would be drawn twice.
   */
  public List<Overlap> of(Line draft, int year, UUID authorityId) {
    PlannedLine mine = new PlannedLine(draft, null, methods(draft));
    List<PlannedLine> all = new ArrayList<>(List.of(mine));
    for (PlannedLine other : lines(authorityId, year, Set.of())) {
      if (!other.line().id().equals(draft.id()) && Overlap.shared(mine, other).isPresent()) {
        all.add(other);
      }
    }
    return laidOver(authorityId, all, Set.of()).ofFirst();
  }

  /**
   * The overlaps of all lines of the authority's year, those first where most targets would be
   * drawn twice.
   *
   * @param regions only what touches them; empty: all
   */
  public List<Overlap> ofYear(UUID authorityId, int year, Set<String> regions) {
    return laidOver(authorityId, lines(authorityId, year, regions), regions).all();
  }

  /**
   * How often targets would be inspected in the year if nothing was merged.
   *
   * @param regions only targets there; empty: all
   */
  public DoubleBurden burden(UUID authorityId, int year, Set<String> regions) {
    return laidOver(authorityId, lines(authorityId, year, regions), regions).burden();
  }

  private Overlaps laidOver(UUID authorityId, List<PlannedLine> lines, Set<String> regions) {
    List<TargetFilter> filters =
        lines.stream().map(l -> within(l.line().filter(), regions)).toList();
    return new Overlaps(lines, registry.combine(authorityId, filters, count.keyMarks(authorityId)));
  }

  private List<PlannedLine> lines(UUID authorityId, int year, Set<String> regions) {
    return search.listOfYear(Scope.of(authorityId, Set.of()), year).stream()
        .filter(row -> touches(row.line().filter(), regions))
        .map(row -> new PlannedLine(row.line(), row.place(), methods(row.line())))
        .toList();
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

  private static boolean touches(TargetFilter filter, Set<String> regions) {
    return Overlap.regions(filter.regionCodes(), regions).isPresent();
  }

  /** The filter, as far as it lies in the regions, which it touches. */
  private static TargetFilter within(TargetFilter filter, Set<String> regions) {
    return new TargetFilter(
        filter.kinds(),
        Overlap.regions(filter.regionCodes(), regions).orElseThrow(),
        filter.tags(),
        filter.riskClasses(),
        filter.subRegistries());
  }
}
