package cn.sunlot.story.year;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;

import cn.sunlot.Bureau;
import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Burden.Source;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits of February that count for the ceilings of the year. */
@Component
class EarlierVisits {

  private final Burden burden;
  private final DSLContext database;
  private final TransactionTemplate transaction;

  EarlierVisits(Burden burden, DSLContext database, TransactionTemplate transaction) {
    this.burden = burden;
    this.database = database;
    this.transaction = transaction;
  }

  /** The item of a version. */
  UUID item(UUID version) {
    return system(
        () ->
            database
                .fetchSingle("SELECT item_id FROM catalog.item_version WHERE id = ?", version)
                .get(0, UUID.class));
  }

  /** So many visits of the business of this name. */
  void visits(Bureau by, String business, boolean joint, UUID item, int times) {
    system(
        () -> {
          UUID target =
              database
                  .select(TARGET.ID)
                  .from(TARGET)
                  .where(TARGET.AUTHORITY_ID.eq(by.authorityId()))
                  .and(TARGET.NAME.eq(business))
                  .fetchSingle(TARGET.ID);
          burden.record(
              IntStream.range(0, times).mapToObj(i -> mark(by, target, joint, item, i)).toList());
          return times;
        });
  }

  private static Mark mark(Bureau by, UUID target, boolean joint, UUID item, int i) {
    return new Mark(
        by.authorityId(),
        Set.of(by.person("officer").departmentId()),
        target,
        Set.of(item),
        LocalDate.of(2026, 2, 3 + i),
        Kind.ROUTINE,
        joint,
        Source.DRAW,
        "V-" + Ids.next());
  }

  private <T> T system(Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }
}
