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
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Merging;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A business that was drawn under two numbers was drawn that often. */
@PlatformTest
class BurdenOfMergedTest {

  private static final String CODE = "91370303MA3C0EXA0";
  private static final String UNIT = CODE + Uscc.checkCharacter(CODE);
  private static final String OLD = "370303228012345";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private PublishedItems items;
  @Autowired private Importing importing;
  @Autowired private Registry registry;
  @Autowired private Burden burden;
  @Autowired private Merging merging;
  @Autowired private Api api;
  @Autowired private SettableClock clock;

  private Bureau bureau;
  private Item item;
  private UUID firm;
  private UUID old;

  @BeforeEach
  void draw() {
    clock.set(LocalDate.of(2026, 6, 1));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    item = items.inForce(bureau, "JN-01", Category.KEY, null);
    importing.csv(bureau, "targets", "名称,统一社会信用代码\n阳光机械," + UNIT + "\n阳光机械厂," + OLD + "\n");
    firm = id(UNIT);
    old = id(OLD);
    earlier(
        UNIT + ",JN-01,2026-02-03,1号", OLD + ",JN-01,2026-03-04,2号", OLD + ",JN-01,2026-02-03,1号");
  }

  private UUID id(String written) {
    return bureau.as(
        "officer",
        () -> registry.findByWrittenId(bureau.authorityId(), written).orElseThrow().id());
  }

  private void earlier(String... rows) {
    importing.csv(
        bureau, "earlier-draws", "统一社会信用代码,事项编码,抽查日期,来源编号\n" + String.join("\n", rows) + "\n");
  }

  private int drawn(UUID target) {
    return bureau.as(
        "officer",
        () ->
            burden
                .count(Counted.all(bureau.authorityId(), 2026).ofItems(List.of(item.id())))
                .getOrDefault(target, 0));
  }

  @Test
  @Clause({"TZ-10", "ZB-12"})
  void draws_under_both_numbers_count_for_the_survivor_and_a_joint_visit_once() throws Exception {
    assertThat(drawn(firm)).isEqualTo(1);
    assertThat(drawn(old)).isEqualTo(2);
    merging.ok(merging.merge(bureau, firm, old));
    assertThat(drawn(firm)).isEqualTo(2);
    assertThat(drawn(old)).isZero();
    api.read(bureau, "officer", "/api/targets/{id}/burden", firm)
        .andExpect(jsonPath("$.times").value(2))
        .andExpect(jsonPath("$.marks.length()").value(3));
    earlier(OLD + ",JN-01,2026-05-06,3号");
    assertThat(drawn(firm)).as("a list with the former number").isEqualTo(3);
  }

  @Test
  @Clause("TZ-10")
  void separated_again_each_has_its_own() throws Exception {
    merging.ok(merging.merge(bureau, firm, old));
    merging.ok(merging.separate(bureau, firm));
    assertThat(drawn(firm)).isEqualTo(1);
    assertThat(drawn(old)).isEqualTo(2);
  }
}
