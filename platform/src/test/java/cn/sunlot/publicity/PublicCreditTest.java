package cn.sunlot.publicity;

import static cn.sunlot.publicity.store.jooq.Tables.LIST_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.TestJobs;
import cn.sunlot.credit.Scorecards;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.publicity.usecase.RebuildPublicity;
import cn.sunlot.registry.Merging;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Of credit, two lists are public while an entry is in force, and nothing else ever is. */
@PlatformTest
@Import(PublicRows.class)
class PublicCreditTest {

  private static final String FIRM = unit("91370303MA3C0EXA0");
  private static final String SHOP = unit("92370303MA3C0EXA1");
  private static final String TWIN = unit("92370303MA3C0EXA2");
  private static final String HEADER = "统一社会信用代码,名录名称,列入日期,有效期至,移出日期,列入原因,作出决定机关\n";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Scorecards scorecards;
  @Autowired private Registry registry;
  @Autowired private Merging merging;
  @Autowired private Api api;
  @Autowired private TestJobs jobs;
  @Autowired private SettableClock clock;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RebuildPublicity rebuild;
  @Autowired private PublicRows rows;

  private Bureau bureau;

  private static String unit(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        "名称,统一社会信用代码,负责人,联系电话,住所\n"
            + ("阳光机械," + FIRM + ",王五,13853312345,张店区工业路 1 号\n")
            + ("老王快餐店," + SHOP + ",王老五,13853312346,张店区幸福里 2 号楼 301\n"));
  }

  private UUID id(String unit) {
    return bureau.as(
        "officer", () -> registry.findByUnitId(bureau.authorityId(), unit).orElseThrow().id());
  }

  private JsonNode enter(String unit, String list, String from, String until) throws Exception {
    Map<String, Object> entry = new HashMap<>();
    entry.put("targetId", id(unit));
    entry.put("list", list);
    entry.put("from", from);
    if (!until.isEmpty()) {
      entry.put("until", until);
    }
    entry.put("ground", "通过登记的电话 13853312346 无法联系");
    entry.put("decidedBy", "示范市市场监督管理局");
    entry.put("document", "示市监异〔2026〕7号");
    return scorecards.ok(api.send(bureau, "officer", "/api/credit/lists", null, entry));
  }

  private List<String> shown() {
    return database
        .selectFrom(LIST_ENTRY)
        .where(LIST_ENTRY.AUTHORITY_ID.eq(bureau.authorityId()))
        .orderBy(LIST_ENTRY.TARGET_NAME, LIST_ENTRY.LIST)
        .fetch(r -> r.getTargetName() + " " + r.getList());
  }

  @Test
  @Clause("TZ-M12")
  void who_comes_onto_a_public_list_is_public_and_who_leaves_it_is_gone_at_once() throws Exception {
    JsonNode entered = enter(FIRM, "abnormal-operation", "2026-03-01", "");
    enter(SHOP, "serious-violation", "2026-02-01", "");
    assertThat(shown()).containsExactly("老王快餐店 serious-violation", "阳光机械 abnormal-operation");
    var row = database.selectFrom(LIST_ENTRY).where(LIST_ENTRY.UNIT_ID.eq(FIRM)).fetchSingle();
    assertThat(row.getAuthority()).isNotBlank();
    assertThat(row.getFromDay()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(row.getDecidedBy()).isEqualTo("示范市市场监督管理局");
    assertThat(row.getDocument()).isEqualTo("示市监异〔2026〕7号");
    scorecards.ok(
        api.send(
            bureau,
            "officer",
            "/api/credit/lists/" + entered.get("id").asString() + "/end",
            entered.get("version").asInt(),
            Map.of("reason", "已恢复联系")));
    assertThat(shown()).containsExactly("老王快餐店 serious-violation");
  }

  @Test
  @Clause("TZ-M12")
  void of_an_owner_of_a_shop_neither_telephone_nor_address_nor_person_is_public() throws Exception {
    enter(SHOP, "abnormal-operation", "2026-03-01", "");
    String all = rows.of(bureau.authorityId()).toString();
    assertThat(all)
        .contains("老王快餐店", SHOP, "通过登记的电话 *** 无法联系")
        .doesNotContain("13853312346", "幸福里", "王老五");
  }

  @Test
  @Clause({"TZ-M12", "N-10"})
  void neither_a_class_nor_a_score_a_complaint_or_another_list_becomes_public() throws Exception {
    scorecards.approved(bureau, scorecards.draft(bureau));
    importing.csv(
        bureau,
        "credit-records",
        "统一社会信用代码,信息类型,发生日期,信息编号\n"
            + (FIRM + ",投诉举报,2026-01-02,诉1\n" + FIRM + ",投诉举报,2026-01-03,诉2\n")
            + (FIRM + ",投诉举报,2026-01-04,诉3\n" + SHOP + ",行政处罚,2026-01-05,罚1\n"));
    for (ListKind list : ListKind.values()) {
      if (!list.isPublic()) {
        enter(FIRM, Lifecycle.wireName(list), "2026-03-01", "2026-12-31");
      }
    }
    scorecards.compute(bureau);
    assertThat(rows.of(bureau.authorityId()).values()).allSatisfy(t -> assertThat(t).isEmpty());
    rebuild.run();
    assertThat(rows.of(bureau.authorityId()).values()).allSatisfy(t -> assertThat(t).isEmpty());
  }

  @Test
  void the_database_takes_no_other_list_for_public() {
    assertThatThrownBy(
            () ->
                SystemWork.run(
                    () ->
                        transaction.executeWithoutResult(
                            s ->
                                database.execute(
                                    "INSERT INTO publicity.list_entry (id, authority_id, authority,"
                                        + " target_id, unit_id, target_name, list, from_day, ground,"
                                        + " decided_by, document) VALUES (?, ?, '', ?, '', '',"
                                        + " 'exempt', '2026-03-01', '', '', '')",
                                    UUID.randomUUID(),
                                    bureau.authorityId(),
                                    UUID.randomUUID()))))
        .hasMessageContaining("list_entry_list_check");
  }

  @Test
  @Clause("TZ-M12")
  void an_entry_is_public_from_its_first_day_to_its_last() throws Exception {
    enter(FIRM, "serious-violation", "2026-03-10", "2026-06-30");
    assertThat(shown()).as("not yet").isEmpty();
    clock.set(LocalDate.of(2026, 3, 10));
    jobs.runRecurring();
    assertThat(shown()).hasSize(1);
    clock.set(LocalDate.of(2026, 6, 30));
    jobs.runRecurring();
    assertThat(shown()).as("the last day").hasSize(1);
    clock.set(LocalDate.of(2026, 7, 1));
    jobs.runRecurring();
    assertThat(shown()).isEmpty();
  }

  @Test
  @Clause({"TZ-M11", "TZ-M12"})
  void a_file_of_a_list_is_public_when_it_is_taken_with_its_corrections_and_ends() {
    importing.csv(
        bureau,
        "credit-lists",
        HEADER
            + (FIRM + ",经营异常名录,2026-01-05,,,未按期年报,示范市市场监督管理局\n")
            + (SHOP + ",经营异常名录,2026-01-06,,,未按期年报,示范市市场监督管理局\n"));
    assertThat(shown()).hasSize(2);
    importing.csv(
        bureau,
        "credit-lists",
        HEADER
            + (FIRM + ",经营异常名录,2026-01-05,,,公示信息弄虚作假,示范市市场监督管理局\n")
            + (SHOP + ",经营异常名录,2026-01-06,,2026-02-20,未按期年报,示范市市场监督管理局\n"));
    assertThat(shown()).containsExactly("阳光机械 abnormal-operation");
    assertThat(rows.of(bureau.authorityId()).toString()).contains("公示信息弄虚作假");
  }

  @Test
  @Clause({"TZ-10", "TZ-M12"})
  void an_entry_of_a_merged_target_is_public_under_the_survivor_and_comes_back_with_it()
      throws Exception {
    enter(SHOP, "abnormal-operation", "2026-03-01", "");
    importing.csv(bureau, "targets", "名称,统一社会信用代码\n王记快餐店," + TWIN + "\n");
    merging.ok(merging.merge(bureau, id(TWIN), id(SHOP)));
    assertThat(shown()).containsExactly("王记快餐店 abnormal-operation");
    merging.ok(merging.separate(bureau, id(TWIN)));
    assertThat(shown()).containsExactly("老王快餐店 abnormal-operation");
  }

  @Test
  void a_rebuild_gives_the_same_rows_and_a_name_follows_the_registry_within_the_hour()
      throws Exception {
    enter(FIRM, "abnormal-operation", "2026-03-01", "");
    var steps = rows.of(bureau.authorityId());
    rebuild.run();
    assertThat(rows.of(bureau.authorityId())).isEqualTo(steps);
    importing.csv(bureau, "targets", "名称,统一社会信用代码\n阳光精密机械," + FIRM + "\n");
    clock.set(LocalDate.of(2026, 3, 3));
    jobs.runRecurring();
    assertThat(shown()).containsExactly("阳光精密机械 abnormal-operation");
  }
}
