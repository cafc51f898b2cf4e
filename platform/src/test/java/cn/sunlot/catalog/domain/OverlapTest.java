package cn.sunlot.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.catalog.Catalog.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {

  private static ItemContent item(String name, String targetKind, String... basis) {
    return new ItemContent(
        name,
        Category.KEY,
        null,
        1,
        targetKind,
        "计量器具",
        List.of(basis),
        List.of("on-site"),
        "市场监督管理部门");
  }

  @Test
  void the_same_name_is_an_overlap_however_it_is_spaced() {
    assertThat(Overlap.of(item("加油站联合检查", "加油站"), item("加油站 联合检查", "油库")))
        .hasValue(new Overlap(true, false, List.of()));
  }

  @Test
  void the_same_targets_on_the_same_legal_basis_are_one_also_where_a_kind_holds_the_other() {
    assertThat(
            Overlap.of(item("甲", "成品油零售加油站", "《计量法》第九条", "《产品质量法》第八条"), item("乙", "加油站", "计量法第九条")))
        .hasValue(new Overlap(false, true, List.of("《计量法》第九条")));
  }

  @Test
  void the_same_law_for_other_targets_and_the_same_targets_under_another_law_are_none() {
    assertThat(Overlap.of(item("甲", "加油站", "《计量法》第九条"), item("乙", "集贸市场", "《计量法》第九条"))).isEmpty();
    assertThat(Overlap.of(item("甲", "加油站", "《计量法》第九条"), item("乙", "加油站", "《消防法》第十条"))).isEmpty();
    assertThat(Overlap.of(item("甲", "", "《计量法》第九条"), item("乙", "", "《计量法》第九条"))).isEmpty();
  }
}
