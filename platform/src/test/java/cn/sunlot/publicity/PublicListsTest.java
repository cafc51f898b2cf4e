package cn.sunlot.publicity;

import static cn.sunlot.planning.YearlyPlans.line;
import static cn.sunlot.publicity.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.publicity.store.jooq.Tables.ITEM;
import static cn.sunlot.publicity.store.jooq.Tables.PLAN;
import static cn.sunlot.publicity.store.jooq.Tables.PLAN_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.usecase.RetireItem;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.usecase.AdjustPlan;
import cn.sunlot.publicity.usecase.RebuildPublicity;
import cn.sunlot.registry.InspectorsChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Import({PublishedItems.class, YearlyPlans.class, PublicRows.class})
class PublicListsTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private YearlyPlans yearly;
  @Autowired private RetireItem retire;
  @Autowired private AdjustPlan adjust;
  @Autowired private RebuildPublicity rebuild;
  @Autowired private PublicRows rows;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEventPublisher events;

  private Bureau bureau;

  @BeforeEach
  void bureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
  }

  @Test
  @Clause("ZB-5")
  void aPublishedItemIsPublicWithBasisMethodRatioAndChecklist() {
    Item draft =
        items.draft(bureau, "JN-01", PublishedItems.content("节能监察", Category.GENERAL, 500));
    assertThat(publicItems()).isEmpty();
    items.published(bureau, draft, null);
    Record row = publicItems().get(0);
    assertThat(row.get(ITEM.CODE)).isEqualTo("JN-01");
    assertThat(row.get(ITEM.RATIO_CAP_BP)).isEqualTo(500);
    assertThat(row.get(ITEM.BASIS)).containsExactly("《中华人民共和国节约能源法》第十六条");
    assertThat(row.get(ITEM.METHODS)).containsExactly("on-site", "documents");
    assertThat(row.get(ITEM.DEPARTMENT)).isEqualTo("节能科");
    assertThat(row.get(ITEM.CHECKLIST).data()).contains("是否使用国家明令淘汰的用能设备");
  }

  @Test
  void aRetiredItemStaysPublicWithItsLastDay() {
    Item item = items.inForce(bureau, "JN-01", Category.KEY, null);
    bureau.as(
        "officer",
        () ->
            retire.run(item.id(), new IfMatch(item.version()), "法律修订", LocalDate.of(2026, 6, 30)));
    assertThat(publicItems()).hasSize(1);
    assertThat(publicItems().get(0).get(ITEM.UNTIL_DAY)).isEqualTo(LocalDate.of(2026, 6, 30));
  }

  @Test
  @Clause("TZ-13")
  void aPlanIsPublicOnceItIsPublishedAndItsAdjustmentLeavesItReadable() {
    Plan plan = published();
    assertThat(versions()).containsExactly(1);
    Plan adjusting =
        bureau.as("officer", () -> adjust.run(plan.id(), new IfMatch(plan.version()), "新增一批企业"));
    assertThat(versions()).containsExactly(1);
    yearly.published(bureau, adjusting);
    assertThat(versions()).containsExactly(1, 2);
    assertThat(lines().getValues(PLAN_LINE.EXECUTING)).containsOnly("节能科");
    assertThat(lines().get(0).get(PLAN_LINE.RATES_BP).data()).isEqualTo("{\"A\": 100}");
    assertThat(lines().get(0).get(PLAN_LINE.ITEMS)).containsExactly("事项 JN-01");
    assertThat(lines().get(0).get(PLAN_LINE.PLANNED_POOL)).isEqualTo(12);
  }

  @Test
  void anApprovedPlanIsNotPublicYet() {
    Item item = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    yearly.addTargets(bureau, "A", 2);
    yearly.approved(
        bureau, yearly.draft(bureau, line(bureau, "节能", item.current().id(), Map.of("A", 100))));
    assertThat(versions()).isEmpty();
  }

  @Test
  @Clause("ZB-7")
  void ofAnInspectorNameSexPostAndLicenceNumberArePublicAndNothingElse() {
    UUID id = addInspector(true);
    addInspector(false);
    tellInspectorsChanged();
    Record row = database.selectFrom(INSPECTOR).where(INSPECTOR.ID.eq(id)).fetchSingle();
    assertThat(row.get(INSPECTOR.NAME)).isEqualTo("王执法");
    assertThat(row.get(INSPECTOR.SEX)).isEqualTo("女");
    assertThat(row.get(INSPECTOR.POST)).isEqualTo("科员");
    assertThat(row.get(INSPECTOR.LICENCE_NUMBER)).startsWith("鲁C");
    assertThat(row.fieldsRow().fields())
        .extracting(Field::getName)
        .containsExactlyInAnyOrder(
            "id",
            "authority_id",
            "authority",
            "body",
            "department",
            "name",
            "sex",
            "post",
            "licence_number");
    assertThat(publicInspectors()).isEqualTo(1);
  }

  @Test
  void noInspectorIsPublicWhereNoRulesAreInForce() {
    addInspector(true);
    tellInspectorsChanged();
    assertThat(publicInspectors()).isEqualTo(1);
    clock.set(LocalDate.of(2028, 1, 3));
    tellInspectorsChanged();
    assertThat(publicInspectors()).isZero();
  }

  @Test
  void aRebuildGivesTheSameRowsAsTheSteps() {
    Plan plan = published();
    bureau.as("officer", () -> adjust.run(plan.id(), new IfMatch(plan.version()), "新增一批企业"));
    addInspector(true);
    tellInspectorsChanged();
    Map<String, List<String>> steps = rows.of(bureau.authorityId());
    assertThat(steps.get("item")).isNotEmpty();
    rebuild.run();
    assertThat(rows.of(bureau.authorityId())).isEqualTo(steps);
    rebuild.run();
    assertThat(rows.of(bureau.authorityId())).isEqualTo(steps);
  }

  @Test
  void whoReplacesWhatIsPublicWaitsForWhoeverIsAtItAndThenReads() throws Exception {
    addInspector(true);
    tellInspectorsChanged();
    CountDownLatch shown = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    Runnable slow =
        () ->
            transaction.executeWithoutResult(
                s -> {
                  events.publishEvent(new InspectorsChanged(bureau.authorityId()));
                  shown.countDown();
                  await(waited);
                });
    // Threads of their own: the common pool may have but one.
    ExecutorService threads = Executors.newFixedThreadPool(2);
    var first = CompletableFuture.runAsync(() -> bureau.as("officer", slow::run), threads);
    await(shown);
    addInspector(true);
    var second = CompletableFuture.runAsync(this::tellInspectorsChanged, threads);
    while (waiting() == 0 && !second.isDone()) {
      Thread.onSpinWait();
    }
    waited.countDown();
    CompletableFuture.allOf(first, second).get(1, TimeUnit.MINUTES);
    threads.shutdown();
    assertThat(publicInspectors()).isEqualTo(2);
  }

  private int waiting() {
    return database
        .fetchSingle(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'")
        .get(0, int.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Plan published() {
    Item item = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    yearly.addTargets(bureau, "A", 12);
    return yearly.published(
        bureau, yearly.draft(bureau, line(bureau, "节能", item.current().id(), Map.of("A", 100))));
  }

  private Result<?> publicItems() {
    return database
        .selectFrom(ITEM)
        .where(ITEM.AUTHORITY_ID.eq(bureau.authorityId()))
        .orderBy(ITEM.NUMBER)
        .fetch();
  }

  private List<Integer> versions() {
    return database
        .selectFrom(PLAN)
        .where(PLAN.AUTHORITY_ID.eq(bureau.authorityId()))
        .orderBy(PLAN.VERSION)
        .fetch(PLAN.VERSION);
  }

  private Result<?> lines() {
    return database
        .select(PLAN_LINE.asterisk())
        .from(PLAN_LINE)
        .join(PLAN)
        .on(PLAN.PLAN_ID.eq(PLAN_LINE.PLAN_ID).and(PLAN.VERSION.eq(PLAN_LINE.VERSION)))
        .where(PLAN.AUTHORITY_ID.eq(bureau.authorityId()))
        .fetch();
  }

  private int publicInspectors() {
    return database.fetchCount(INSPECTOR, INSPECTOR.AUTHORITY_ID.eq(bureau.authorityId()));
  }

  private void tellInspectorsChanged() {
    bureau.as(
        "officer",
        () ->
            transaction.executeWithoutResult(
                s -> events.publishEvent(new InspectorsChanged(bureau.authorityId()))));
  }

  private UUID addInspector(boolean active) {
    UUID id = Ids.next();
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database.execute(
                        "INSERT INTO registry.inspector (id, authority_id, department_id, name, sex, post,"
                            + " licence_number, licence_until, active, created_at, updated_at)"
                            + " VALUES (?, ?, ?, '王执法', '女', '科员', ?, '2027-12-31', ?, now(), now())",
                        id,
                        bureau.authorityId(),
                        bureau.section("节能科").id(),
                        "鲁C" + id,
                        active)));
    return id;
  }
}
