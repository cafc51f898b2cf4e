package cn.sunlot.burden.web;

import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Ceilings;
import cn.sunlot.burden.usecase.CeilingsOfTarget;
import cn.sunlot.burden.usecase.CeilingsOfTarget.OfItem;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.policy.Inspections;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How often a target was drawn in a year. */
@RestController
@RequestMapping("/api/targets/{id}/burden")
class BurdenController {

  /**
   * One time that the target was drawn.
   *
   * @param source {@code draw} or {@code take-over}
   */
  record MarkView(
      LocalDate day,
      @OneOf(Burden.Source.class) String source,
      @OneOf(Burden.Kind.class) String kind,
      boolean joint,
      String ref,
      List<NamedId> items) {}

  /**
   * A ceiling of the year.
   *
   * @param item where it is counted per item: which one
   * @param inspections which ones it is about, or null for all
   * @param left how often more
   * @param hold whether it holds for this target, or why not
   * @param asARule whether a named person may go beyond it with a reason
   * @param document where the department made it public, or ""
   */
  record CeilingView(
      @OneOf(Ceilings.Ceiling.class) String ceiling,
      @Nullable NamedId item,
      @OneOf(Inspections.class) @Nullable String inspections,
      int max,
      int drawn,
      int left,
      @OneOf(Ceilings.Hold.class) String hold,
      boolean asARule,
      List<String> clauses,
      String document) {}

  /**
   * A year's burden of a target.
   *
   * @param times how often it was drawn; a merged visit counts once, a caused one not at all
   * @param ceilings what the rules and the own department allow
   */
  record BurdenView(int year, int times, List<CeilingView> ceilings, List<MarkView> marks) {}

  private final Burden burden;
  private final CeilingsOfTarget ceilings;
  private final Registry registry;
  private final Catalog catalog;
  private final Clock clock;

  BurdenController(
      Burden burden, CeilingsOfTarget ceilings, Registry registry, Catalog catalog, Clock clock) {
    this.burden = burden;
    this.ceilings = ceilings;
    this.registry = registry;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** The marks of a year, by default of this one. */
  @GetMapping
  @Requires(Permission.TARGETS_VIEW)
  BurdenView getTargetBurden(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer year) {
    // Not there for whoever may not see it.
    registry.getTarget(id);
    int asked = year == null ? LocalDate.now(clock).getYear() : year;
    List<Mark> marks = burden.listMarks(id, asked);
    int times =
        (int)
            marks.stream()
                .filter(mark -> mark.kind() != Burden.Kind.CAUSED)
                .map(Mark::ref)
                .distinct()
                .count();
    return new BurdenView(
        asked,
        times,
        ceilings.list(id, asked).stream().map(this::view).toList(),
        marks.stream().map(this::view).toList());
  }

  private CeilingView view(OfItem one) {
    var standing = one.standing();
    UUID item = one.itemId();
    Inspections inspections = one.inspections();
    return new CeilingView(
        Lifecycle.wireName(standing.ceiling()),
        item == null ? null : new NamedId(item, name(item, LocalDate.now(clock))),
        inspections == null ? null : Lifecycle.wireName(inspections),
        standing.max(),
        standing.drawn(),
        standing.left(),
        Lifecycle.wireName(standing.hold()),
        standing.asARule(),
        standing.clauses(),
        standing.document());
  }

  private MarkView view(Mark mark) {
    List<NamedId> items =
        mark.itemIds().stream()
            .map(item -> new NamedId(item, name(item, mark.day())))
            .sorted(Comparator.comparing(NamedId::name))
            .toList();
    return new MarkView(
        mark.day(),
        Lifecycle.wireName(mark.source()),
        Lifecycle.wireName(mark.kind()),
        mark.joint(),
        mark.ref(),
        items);
  }

  private String name(UUID item, LocalDate day) {
    return catalog
        .findInForce(item, day)
        .or(() -> catalog.findInForce(item, LocalDate.now(clock)))
        .map(Catalog.ItemVersion::name)
        .orElse("");
  }
}
