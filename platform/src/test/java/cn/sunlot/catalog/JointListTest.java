package cn.sunlot.catalog;

import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the office and those who draft see of the joint list as a whole. */
@PlatformTest
class JointListTest {

  @Autowired private JointCity.Maker maker;
  @Autowired private PublishedItems items;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private JointCity city;
  private Bureau office;
  private Bureau lead;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 3, 2));
    city = maker.make("base");
    office = city.market();
    lead = city.emergency();
  }

  private static String path(Item item) {
    return "/api/items/" + item.id();
  }

  @Test
  @Clause("TZ-M3")
  void the_office_sees_which_other_items_of_the_region_inspect_the_same() throws Exception {
    Item item = maker.submitted(city, "LH-01");
    maker.submitted(city, "LH-02");
    items.inForce(office, "SC-01", Category.KEY, null);
    items.draft(lead, "YJ-01", PublishedItems.content("危险化学品经营企业联合检查", Category.KEY, null));
    Bureau county = bureaus.in(city.city(), "county-market");
    items.inForce(county, "QX-01", Category.KEY, null);
    api.read(office, "conference", path(item) + "/overlaps")
        .andExpect(jsonPath("$[*].code").value(contains("LH-02", "SC-01")))
        .andExpect(jsonPath("$[0].sameName").value(true))
        .andExpect(jsonPath("$[0].joint").value(true))
        .andExpect(jsonPath("$[1].sameName").value(false))
        .andExpect(jsonPath("$[1].sameTargetKind").value(true))
        .andExpect(jsonPath("$[1].lead.name").value("市市场监督管理局"))
        .andExpect(jsonPath("$[1].basis").value(contains("《中华人民共和国节约能源法》第十六条")));
    api.send(office, "conference", path(item) + "/consolidate", 3, null).andExpect(status().isOk());
    assertThat(payload("item-consolidated")).contains("LH-02", "SC-01").doesNotContain("QX-01");
  }

  private String payload(String type) {
    return SystemWork.run(
        () ->
            transaction.execute(
                s ->
                    new String(
                        database
                            .select(ENTRY.PAYLOAD)
                            .from(ENTRY)
                            .where(ENTRY.TYPE.eq(type))
                            .and(ENTRY.ORG.eq(office.authorityId().toString()))
                            .fetchSingle(ENTRY.PAYLOAD),
                        StandardCharsets.UTF_8)));
  }

  @Test
  void whoever_drafts_is_told_the_rules_and_who_may_take_part() throws Exception {
    api.read(lead, "officer", "/api/item-rules")
        .andExpect(jsonPath("$.onlyFromSuperiorList").value(false))
        .andExpect(jsonPath("$.jointApprovedBy").value("joint-conference"))
        .andExpect(jsonPath("$.body").value("市应急管理局"))
        .andExpect(jsonPath("$.participants[*].name").value(contains("市市场监督管理局")));
    Bureau single = bureaus.create("zibo_miit");
    api.read(single, "officer", "/api/item-rules")
        .andExpect(jsonPath("$.onlyFromSuperiorList").value(false))
        .andExpect(jsonPath("$.clauses").isEmpty());
    items.confirmRules(single);
    api.read(single, "officer", "/api/item-rules")
        .andExpect(jsonPath("$.jointApprovedBy").doesNotExist())
        .andExpect(jsonPath("$.clauses").value(hasItem("ZB-5")))
        .andExpect(jsonPath("$.participants").isEmpty());
  }
}
