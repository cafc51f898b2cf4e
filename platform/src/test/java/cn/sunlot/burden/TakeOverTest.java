package cn.sunlot.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.burden.Burden.Counted;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class TakeOverTest {

  private static final String HEADER = "统一社会信用代码,事项编码,抽查日期,来源编号\n";
  private static final String CODE = "91370303MA3C0EXA0";
  private static final String UNIT = CODE + Uscc.checkCharacter(CODE);

  @Autowired private Bureau.Factory bureaus;
  @Autowired private PublishedItems items;
  @Autowired private Importing importing;
  @Autowired private Registry registry;
  @Autowired private Burden burden;
  @Autowired private Api api;
  @Autowired private SettableClock clock;

  private Bureau bureau;
  private Item first;
  private Item second;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 6, 1));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    first = items.inForce(bureau, "JN-01", Category.KEY, null);
    second = items.inForce(bureau, "JN-02", Category.KEY, null);
    importing.csv(bureau, "targets", "名称,统一社会信用代码\n阳光机械," + UNIT + "\n老厂,370303228012345\n");
  }

  private Import rows(String... rows) {
    return importing.csv(bureau, "earlier-draws", HEADER + String.join("\n", rows) + "\n");
  }

  private int drawn(List<UUID> itemIds) {
    return bureau.as(
        "officer",
        () ->
            burden
                .count(Counted.all(bureau.authorityId(), 2026).ofItems(itemIds))
                .getOrDefault(target(), 0));
  }

  private UUID target() {
    return registry.findByUnitId(bureau.authorityId(), UNIT).orElseThrow().id();
  }

  @Test
  @Clause("ZB-12")
  void earlier_draws_of_the_year_count_for_the_ceiling_and_a_merged_visit_counts_once()
      throws Exception {
    Import done =
        rows(
            UNIT.toLowerCase(java.util.Locale.ROOT) + ",jn-01,2026-02-03,旧系统1号",
            UNIT + ",JN-02,2026-02-03,旧系统1号",
            UNIT + ",JN-01,2026/4/5,",
            "370303228012345,JN-01,2026-02-03,旧系统1号");
    assertThat(done.counts().added()).isEqualTo(4);
    assertThat(drawn(List.of(first.id()))).isEqualTo(2);
    assertThat(drawn(List.of(second.id()))).isEqualTo(1);
    assertThat(drawn(List.of(first.id(), second.id()))).isEqualTo(2);
    UUID id = bureau.as("officer", this::target);
    api.read(bureau, "officer", "/api/targets/{id}/burden", id)
        .andExpect(jsonPath("$.times").value(2))
        .andExpect(jsonPath("$.marks[0].source").value("take-over"))
        .andExpect(jsonPath("$.marks[0].items[0].name").isNotEmpty());
  }

  @Test
  @Clause("ZB-12")
  void the_same_list_again_counts_nothing_twice() {
    String row = UNIT + ",JN-01,2026-02-03,旧系统1号";
    rows(row);
    Import again = rows(row, row, UNIT + ",JN-02,2026-02-03,旧系统1号");
    assertThat(again.counts().unchanged()).isEqualTo(1);
    assertThat(again.counts().rejected()).isEqualTo(1);
    assertThat(again.counts().added()).isEqualTo(1);
    assertThat(drawn(List.of(first.id(), second.id()))).isEqualTo(1);
  }

  @Test
  void unknown_targets_unknown_items_and_days_to_come_are_rejected() {
    String other = "91370303MA3C0EXA1";
    Import done =
        rows(
            other + Uscc.checkCharacter(other) + ",JN-01,2026-02-03,1",
            UNIT + ",JN-99,2026-02-03,1",
            UNIT + ",JN-01,2026-06-02,1",
            UNIT + ",JN-01,2025-12-31,1",
            UNIT + ",JN-01,昨天,1");
    assertThat(done.counts().rejected()).isEqualTo(4);
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().findings())
        .containsEntry("target-unknown", 1)
        .containsEntry("item-unknown", 1)
        .containsEntry("day-to-come", 1)
        .containsEntry("day-other-year", 1)
        .containsEntry("date-wrong", 1);
    assertThat(drawn(List.of(first.id()))).isZero();
  }
}
