package cn.sunlot.audit.usecase;

import static cn.sunlot.audit.store.jooq.Tables.CHECKPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.PlatformTest;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.audit.store.TreeStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** When entries get their places: together under load, at once for one who waits. */
@PlatformTest
class SequencerTest {

  @Autowired private PlaceEntries place;
  @Autowired private CollectCosignatures witnesses;
  @Autowired private TreeStore tree;
  @Autowired private AuditLog audit;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private @Nullable Sequencer started;

  private Sequencer start(Duration gather) {
    Sequencer sequencer = new Sequencer(place, witnesses, true, gather);
    sequencer.start();
    started = sequencer;
    return sequencer;
  }

  @AfterEach
  void stop() {
    if (started != null) {
      started.stop();
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  private void commit(Sequencer sequencer, String ref) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  audit.record("signed-in", ref, Map.of());
                  sequencer.wakeAfterCommit();
                }));
  }

  private boolean placed(String ref) {
    return !inTransaction(() -> tree.waits(ref));
  }

  private int checkpoints() {
    return inTransaction(() -> database.fetchCount(CHECKPOINT));
  }

  @Test
  void entries_of_a_busy_time_are_placed_together() {
    place.run();
    int before = checkpoints();
    long begun = System.nanoTime();
    Sequencer sequencer = start(Sequencer.GATHER);
    String ref = "busy-" + Ids.next();
    int entries = 0;
    long end = begun + 5 * Sequencer.GATHER.toNanos();
    while (entries < 100 || System.nanoTime() < end) {
      commit(sequencer, ref);
      entries++;
    }
    int batches = checkpoints() - before;
    long apart = (System.nanoTime() - begun) / Sequencer.GATHER.toNanos();
    assertThat(batches).isPositive().isLessThanOrEqualTo(Math.toIntExact(apart) + 2);
    sequencer.await(() -> placed(ref));
    assertThat(placed(ref)).isTrue();
  }

  @Test
  void one_who_waits_does_not_wait_for_the_next_batch() {
    Sequencer sequencer = start(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      String ref = "urgent-" + Ids.next();
      commit(sequencer, ref);
      sequencer.await(() -> placed(ref));
      assertThat(placed(ref)).as("entry %d", i).isTrue();
    }
  }
}
