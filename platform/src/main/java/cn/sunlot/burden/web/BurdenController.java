package cn.sunlot.burden.web;

import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
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
      LocalDate day, @OneOf(Burden.Source.class) String source, String ref, List<NamedId> items) {}

  /**
   * A year's burden of a target.
   *
   * @param times how often it was drawn; a merged visit counts once
   */
  record BurdenView(int year, int times, List<MarkView> marks) {}

  private final Burden burden;
  private final Registry registry;
  private final Catalog catalog;
  private final Clock clock;

  BurdenController(Burden burden, Registry registry, Catalog catalog, Clock clock) {
    this.burden = burden;
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
    int times = (int) marks.stream().map(Mark::ref).distinct().count();
    return new BurdenView(asked, times, marks.stream().map(this::view).toList());
  }

  private MarkView view(Mark mark) {
    List<NamedId> items =
        mark.itemIds().stream()
            .map(item -> new NamedId(item, name(item, mark.day())))
            .sorted(java.util.Comparator.comparing(NamedId::name))
            .toList();
    return new MarkView(mark.day(), Lifecycle.wireName(mark.source()), mark.ref(), items);
  }

  private String name(UUID item, LocalDate day) {
    return catalog
        .findInForce(item, day)
        .or(() -> catalog.findInForce(item, LocalDate.now(clock)))
        .map(Catalog.ItemVersion::name)
        .orElse("");
  }
}
