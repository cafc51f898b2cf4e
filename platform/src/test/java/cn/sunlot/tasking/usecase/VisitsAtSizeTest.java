package cn.sunlot.tasking.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.domain.DrawTerms.Batch;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import cn.sunlot.tasking.usecase.MakeVisits.Made;
import cn.sunlot.tasking.usecase.OpenTask.Company;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The draw of a whole city becomes visits in time that grows with their number and no faster. */
@PlatformTest
@Tag("deep")
class VisitsAtSizeTest {

  private static final String TARGETS =
      """
      INSERT INTO registry.target (id, authority_id, unit_id, name, kind, region_code, risk_class, created_at, updated_at)
      SELECT gen_random_uuid(), ?, 'T:' || ? || n, '企业 ' || n, 'enterprise',
        CASE n % 3 WHEN 0 THEN '370300' WHEN 1 THEN '370303' ELSE '370305' END, 'A', now(), now()
      FROM generate_series(1, ?) AS n RETURNING id
      """;

  @Autowired private City.Factory cities;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private PublishedItems items;
  @Autowired private OpenTask open;
  @Autowired private MakeVisits visits;
  @Autowired private AuditLog audit;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DSLContext database;
  @Autowired private SettableClock clock;

  private Task task(Bureau bureau, UUID item, String title) {
    return bureau.as(
        "officer",
        () ->
            open.run(
                new OpenTask.OutsidePlan(
                    title,
                    Ground.CAMPAIGN_FROM_ABOVE,
                    "省局〔2026〕5号",
                    List.of(item),
                    new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of()),
                    Map.of("A", 10_000),
                    LocalDate.of(2026, 3, 5),
                    LocalDate.of(2026, 3, 31),
                    null,
                    "",
                    true,
                    Company.AS_PLANNED)));
  }

  private List<UUID> targets(City city, int number) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .fetch(TARGETS, city.authorityId(), number + ":", number)
                            .getValues(0, UUID.class))));
  }

  private static Batch period(Task task) {
    return new Batch(task.terms().from(), task.terms().to());
  }

  /** How long it takes to make visits of these, in nanoseconds. */
  private long time(Task task, List<UUID> targets, int merged) {
    return SystemWork.run(
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s -> {
                      audit.record(
                          task.terms().authorityId(),
                          "targets-drawn",
                          task.terms().number(),
                          Map.of());
                      long from = System.nanoTime();
                      Made made = visits.run(task, targets, id -> period(task));
                      assertThat(made.visits()).isEqualTo(targets.size());
                      assertThat(made.merged()).isEqualTo(merged);
                      return System.nanoTime() - from;
                    })));
  }

  @Test
  @Clause({"TZ-19", "TZ-20"})
  void thirty_thousand_drawn_targets_take_six_times_what_five_thousand_take() {
    clock.set(LocalDate.of(2026, 3, 2));
    City city = cities.create("taizhou", List.of());
    Bureau market = bureaus.in(city, "market");
    Bureau emergency = bureaus.in(city, "emergency");
    UUID item = items.inForce(market, "SJ-01", Category.KEY, null).current().id();
    UUID other = items.inForce(emergency, "YJ-01", Category.KEY, null).current().id();
    time(task(market, item, "预热"), targets(city, 1_000), 0);
    List<UUID> few = targets(city, 5_000);
    List<UUID> many = targets(city, 30_000);
    long small = time(task(market, item, "五千户"), few, 0);
    long large = time(task(market, item, "三万户"), many, 0);
    assertThat(large).as("%d ns for 5,000", small).isLessThan(small * 6 * 2);
    long joined = time(task(emergency, other, "合并三万户"), many, many.size());
    System.out.printf(
        "visits: 5,000 in %d ms, 30,000 in %d ms, 30,000 merged in %d ms%n",
        small / 1_000_000, large / 1_000_000, joined / 1_000_000);
  }
}
