package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Overlap;
import cn.sunlot.planning.domain.Overlaps;
import cn.sunlot.planning.domain.PlannedLine;
import cn.sunlot.planning.domain.Strata;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

  private final PlannedLines lines;
  private final Registry registry;
  private final CountLines count;
  private final WholeView view;

  FindOverlaps(PlannedLines lines, Registry registry, CountLines count, WholeView view) {
    this.view = view;
    this.lines = lines;
    this.registry = registry;
    this.count = count;
  }

  /**
   * The overlaps of a line, stored or not, with others of the authority's year; in each it is the
   * first of the two. Those first where most targets would be drawn twice. Others' proposals are
   * among them as soon as participants are asked, whoever these are: whom to join must be known.
   */
  public List<Overlap> of(Line draft, int year, UUID authorityId) {
    PlannedLine mine = lines.drafted(authorityId, draft);
    List<PlannedLine> all = new ArrayList<>(List.of(mine));
    List<PlannedLine> others = new ArrayList<>();
    view.run(() -> others.addAll(lines.list(authorityId, year, Set.of())));
    for (PlannedLine other : others) {
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
    return year(authorityId, year, regions).all();
  }

  /**
   * All lines of the authority's year laid over the registry, as the reader sees them: their
   * overlaps, and how often targets would be inspected if nothing was merged.
   *
   * @param regions only what touches them, and only targets there; empty: all
   */
  public Overlaps year(UUID authorityId, int year, Set<String> regions) {
    return laidOver(authorityId, lines.list(authorityId, year, regions), regions);
  }

  private Overlaps laidOver(UUID authorityId, List<PlannedLine> all, Set<String> regions) {
    List<TargetFilter> filters = all.stream().map(l -> within(l.line().filter(), regions)).toList();
    Strata strata = count.strata(authorityId);
    return new Overlaps(all, registry.combine(authorityId, filters, strata.marks()), strata);
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
