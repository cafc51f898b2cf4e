package cn.sunlot.app.demo;

import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.domain.SubRegistry.Place;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.SubRegistryStore;
import cn.sunlot.registry.store.TargetStore;
import cn.sunlot.registry.usecase.KeepSubRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registries by standard within the registry, each by its rule, and a few decisions by hand. */
final class DemoSubRegistries {

  private static final String CERAMICS = "建筑陶瓷企业";

  private final DemoBureau bureau;
  private final DemoTargets targets;

  DemoSubRegistries(DemoBureau bureau, DemoTargets targets) {
    this.bureau = bureau;
    this.targets = targets;
  }

  void make() {
    add(DemoPerson.SECTION, CERAMICS, rule("enterprise", null, "industry=陶瓷"));
    add(DemoPerson.SAFETY, "民用爆炸物品销售企业", rule("enterprise", DemoTargets.EXPLOSIVES, null));
    add(DemoPerson.SAFETY, "在用电梯", rule("equipment", null, "equipment-category=lift"));
    place(trading("耐火材料", 0), Place.IN, "主营产品已改为建筑陶瓷砖，现场核实");
    place(trading("建材", 1), Place.IN, "新建一条陶瓷板生产线，已投产");
    place(trading("陶瓷", 2), Place.OUT, "只从事日用陶瓷贸易，没有生产窑炉");
  }

  private static TargetListFilter rule(String kind, @Nullable String tag, @Nullable String detail) {
    return new TargetListFilter(null, kind, null, null, tag, "active", null, null, detail, null);
  }

  private void add(DemoPerson keeper, String name, TargetListFilter rule) {
    bureau.as(keeper, () -> bureau.use(KeepSubRegistry.class).add(name, rule));
  }

  /** An enterprise of a trade. */
  private String trading(String trade, int number) {
    return targets.all().stream()
        .filter(one -> one.active() && one.trade().equals(trade))
        .skip(number)
        .findFirst()
        .map(DemoTargets.One::unitId)
        .orElseThrow();
  }

  private void place(String unitId, Place place, String reason) {
    UUID authority = bureau.session(DemoPerson.SECTION).authorityId();
    bureau.as(
        DemoPerson.SECTION,
        () -> {
          UUID target =
              bureau.use(Registry.class).findByUnitId(authority, unitId).orElseThrow().id();
          var seen = new IfMatch(bureau.use(TargetStore.class).get(target).version());
          UUID register =
              bureau.use(SubRegistryStore.class).findByName(authority, CERAMICS).orElseThrow().id();
          bureau.use(KeepSubRegistry.class).place(target, seen, register, place, reason);
        });
  }
}
