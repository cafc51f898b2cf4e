package cn.sunlot.app.demo;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.usecase.AddTarget;
import cn.sunlot.registry.usecase.StartDuplicateRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three enterprises that stand in the registry twice, as they do in real ones. */
final class DemoDuplicates {

  private static final int ROWS = 60;

  private final DemoBureau bureau;

  DemoDuplicates(DemoBureau bureau) {
    this.bureau = bureau;
  }

  void make() {
    bureau.as(DemoPerson.SECTION, this::enter);
    bureau.as(DemoPerson.SECTION, () -> bureau.use(StartDuplicateRun.class).run());
  }

  private void enter() {
    List<Target> known =
        bureau
            .use(TargetSearch.class)
            .page(
                SignedIn.get().scope(),
                TargetListFilter.ALL.withStatus("active").withComplete(true),
                new Page.Request(1, ROWS),
                "unitId")
            .items()
            .stream()
            .map(TargetSearch.Row::target)
            .filter(target -> target.name().endsWith("有限公司"))
            .toList();
    Target first = known.get(3);
    add("zzjg:" + first.unitId().substring(8, 17), first, first.name(), "", null);
    Target second = known.get(11);
    String longer = second.name().replace("有限公司", "有限责任公司");
    add("spxk:JY137030000012", second, longer, second.address(), null);
    Target third = known.get(19);
    String bracketed = third.name().replaceFirst("^示范市(..)", "示范市（$1）");
    add("gsj:2023-0119", third, bracketed, "示范市工业路", third.responsiblePerson());
  }

  private void add(
      String unitId, Target twin, String name, String address, @Nullable String person) {
    bureau
        .use(AddTarget.class)
        .run(
            unitId,
            new TargetContent(
                name, twin.kind(), twin.regionCode(), address, "N", List.of(), person, null));
  }
}
