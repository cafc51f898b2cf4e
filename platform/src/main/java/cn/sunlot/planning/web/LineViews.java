package cn.sunlot.planning.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.usecase.CountCeilings;
import cn.sunlot.planning.usecase.CountLines;
import cn.sunlot.planning.web.PlanResponses.ArrangementView;
import cn.sunlot.planning.web.PlanResponses.ItemRef;
import cn.sunlot.planning.web.PlanResponses.LineView;
import cn.sunlot.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lines of plans as clients see them, with the names behind the keys and today's figures. */
@Component
@Transactional(readOnly = true)
class LineViews {

  private final CountLines count;
  private final CountCeilings ceilings;
  private final Catalog catalog;
  private final Registry registry;

  LineViews(CountLines count, CountCeilings ceilings, Catalog catalog, Registry registry) {
    this.ceilings = ceilings;
    this.count = count;
    this.catalog = catalog;
    this.registry = registry;
  }

  /**
   * Lines in their order.
   *
   * @param departments names of the authority's departments
   */
  List<LineView> of(UUID authorityId, List<Line> lines, Map<UUID, String> departments) {
    List<NamedId> registers =
        lines.stream().anyMatch(l -> !l.filter().subRegistries().isEmpty())
            ? registry.listSubRegistries(authorityId)
            : List.of();
    List<LineView> views = new ArrayList<>();
    for (Line line : lines) {
      views.add(view(authorityId, line, views.size() + 1, departments, registers));
    }
    return views;
  }

  private LineView view(
      UUID authorityId,
      Line line,
      int position,
      Map<UUID, String> departments,
      List<NamedId> registers) {
    List<ItemVersion> items = line.itemVersionIds().stream().map(catalog::getItem).toList();
    List<String> types =
        items.stream().map(i -> Lifecycle.wireName(i.category())).distinct().toList();
    return new LineView(
        line.id(),
        position,
        line.title(),
        line.category(),
        types.size() == 1 ? types.get(0) : "mixed",
        items.stream().map(LineViews::item).toList(),
        line.filter(),
        registers.stream().filter(r -> line.filter().subRegistries().contains(r.id())).toList(),
        line.rates().bp(),
        line.rates().counts(),
        line.timesPerYear(),
        line.period().from(),
        line.period().to(),
        named(line.executingId(), departments),
        line.body(),
        arrangement(line.arrangement(), departments),
        count.run(authorityId, line),
        ceilings.run(authorityId, line),
        line.planned());
  }

  static NamedId named(UUID department, Map<UUID, String> departments) {
    return new NamedId(department, Objects.requireNonNullElse(departments.get(department), ""));
  }

  private static ArrangementView arrangement(Arrangement how, Map<UUID, String> departments) {
    var form = how.form();
    return new ArrangementView(
        how.participants().stream().map(id -> named(id, departments)).toList(),
        Lifecycle.wireName(how.handling()),
        how.weights().byRegion(),
        how.methods().stream().map(Lifecycle::wireName).sorted().toList(),
        form == null ? null : Lifecycle.wireName(form),
        how.otherDemands(),
        how.visitsPerDay());
  }

  static ItemRef item(ItemVersion item) {
    return new ItemRef(
        item.id(),
        item.itemId(),
        item.version(),
        item.code(),
        item.name(),
        Lifecycle.wireName(item.category()),
        item.ratioCapBp(),
        item.timesPerYear());
  }
}
