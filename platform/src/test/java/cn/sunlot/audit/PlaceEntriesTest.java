package cn.sunlot.audit;

import static cn.sunlot.audit.store.jooq.Tables.CHECKPOINT;
import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static cn.sunlot.audit.store.jooq.Tables.LEAF;
import static cn.sunlot.audit.store.jooq.Tables.TILE;
import static cn.sunlot.audit.store.jooq.Tables.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.val;

import cn.sunlot.PlatformTest;
import cn.sunlot.audit.signing.LogKeys;
import cn.sunlot.audit.usecase.PlaceEntries;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.proof.Policy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Committed entries get places without gaps, in the order of their refs, under signed checkpoints.
 */
@PlatformTest
class PlaceEntriesTest {

  private static final int WRITERS = 8;
  private static final int EACH = 2_500;

  @Autowired private PlaceEntries place;
  @Autowired private AuditLog audit;
  @Autowired private LogKeys keys;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private <T> T inTransaction(Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  private void write(String ref, int n) {
    audit.record("signed-in", ref, Map.of("n", n));
  }

  private void commit(String ref, int n) {
    SystemWork.run(() -> transaction.executeWithoutResult(s -> write(ref, n)));
  }

  private List<String> placed(String ref) {
    return inTransaction(
        () ->
            database
                .select(ENTRY.PAYLOAD)
                .from(LEAF)
                .join(ENTRY)
                .on(ENTRY.ID.eq(LEAF.ENTRY_ID))
                .where(ENTRY.REF.eq(ref))
                .orderBy(LEAF.SEQ)
                .fetch(r -> new String(r.value1(), StandardCharsets.UTF_8)));
  }

  private static List<String> numbers(int... ns) {
    List<String> payloads = new ArrayList<>();
    for (int n : ns) {
      payloads.add("{\"n\":" + n + "}");
    }
    return payloads;
  }

  @Test
  void entries_written_at_once_are_all_there_and_keep_their_order() {
    String ref = "D-2026-%09d".formatted(Math.floorMod(Ids.next().hashCode(), 1_000_000_000));
    int[] all = IntStream.range(0, EACH).toArray();
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    audit.recordAll(
                        IntStream.of(all)
                            .mapToObj(n -> new AuditLog.Entry("signed-in", ref, Map.of("n", n)))
                            .toList())));
    place.run();
    assertThat(placed(ref)).isEqualTo(numbers(all));
  }

  @Test
  void an_entry_gets_its_place_as_the_canonical_json_that_is_public() {
    String ref = "D-2026-%09d".formatted(Math.floorMod(Ids.next().hashCode(), 1_000_000_000));
    commit(ref, 1);
    place.run();
    var leaf =
        inTransaction(
            () ->
                database
                    .select(LEAF.SEQ, LEAF.ENTRY, LEAF.HASH, ENTRY.HASH, ENTRY.AT)
                    .from(LEAF)
                    .join(ENTRY)
                    .on(ENTRY.ID.eq(LEAF.ENTRY_ID))
                    .where(ENTRY.REF.eq(ref))
                    .fetchSingle());
    assertThat(new String(leaf.value2(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"actor\":\"platform\",\"at\":\"%s\",\"hash\":\"%s\",\"org\":\"\",\"ref\":\"%s\",\"seq\":\"%d\",\"type\":\"signed-in\",\"v\":1}"
                .formatted(leaf.value5(), leaf.value4(), ref, leaf.value1()));
    assertThat(Hash.leaf(leaf.value2())).isEqualTo(Hash.of(leaf.value3()));
  }

  @Test
  void a_login_or_the_code_of_an_enterprise_is_not_shown_but_always_stood_for_by_the_same_text() {
    String code = "9137030355MA0HIDDEN" + Ids.next();
    commit(code, 1);
    place.run();
    commit(code, 2);
    place.run();
    List<String> entries =
        inTransaction(
            () ->
                database
                    .select(LEAF.ENTRY)
                    .from(LEAF)
                    .join(ENTRY)
                    .on(ENTRY.ID.eq(LEAF.ENTRY_ID))
                    .where(ENTRY.REF.eq(code))
                    .fetch(r -> new String(r.value1(), StandardCharsets.UTF_8)));
    assertThat(entries).hasSize(2).allSatisfy(e -> assertThat(e).doesNotContain("HIDDEN"));
    assertThat(
            entries.stream().map(e -> e.replaceAll(".*\"ref\":\"(x-[^\"]+)\".*", "$1")).distinct())
        .singleElement()
        .asString()
        .startsWith("x-");
  }

  @Test
  void an_entry_of_an_open_transaction_holds_back_later_ones_of_its_ref_and_no_others()
      throws Exception {
    String ref = "late-" + Ids.next();
    String other = refApartFrom(ref);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Future<?> late =
        threads.submit(
            () ->
                SystemWork.run(
                    () ->
                        transaction.executeWithoutResult(
                            s -> {
                              write(ref, 1);
                              written.countDown();
                              await(commit);
                            })));
    await(written);
    commit(ref, 2);
    commit(other, 1);
    place.run();
    assertThat(placed(ref)).isEmpty();
    assertThat(placed(other)).isEqualTo(numbers(1));
    commit.countDown();
    late.get(30, TimeUnit.SECONDS);
    threads.shutdown();
    place.run();
    assertThat(placed(ref)).isEqualTo(numbers(1, 2));
  }

  /** Refs share buckets; one that is held back holds back the others of its bucket. */
  private String refApartFrom(String ref) {
    String other = "other-" + Ids.next();
    boolean shared =
        inTransaction(
            () ->
                database
                    .fetchSingle(
                        "SELECT audit.bucket({0}) = audit.bucket({1})", val(ref), val(other))
                    .get(0, Boolean.class));
    return shared ? refApartFrom(ref) : other;
  }

  @Test
  void an_entry_that_is_rolled_back_leaves_no_gap() {
    String ref = "gone-" + Ids.next();
    commit(ref, 1);
    assertThatThrownBy(
            () ->
                SystemWork.run(
                    () ->
                        transaction.executeWithoutResult(
                            s -> {
                              write(ref, 2);
                              throw new IllegalStateException("fault");
                            })))
        .hasMessage("fault");
    commit(ref, 3);
    place.run();
    assertThat(placed(ref)).isEqualTo(numbers(1, 3));
    demandWholeTree();
  }

  @Test
  void eight_writers_late_commits_and_20_000_entries_leave_no_gap_no_double_and_keep_the_order()
      throws Exception {
    String run = Ids.next().toString();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      int writer = w;
      writers.add(() -> writeAll(run, writer));
    }
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService sequencers = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 2; i++) {
      sequencers.submit(
          () -> {
            while (writing.get()) {
              place.run();
            }
          });
    }
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    writing.set(false);
    sequencers.shutdown();
    assertThat(sequencers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    threads.shutdown();
    place.run();
    demandOrder(run);
    demandWholeTree();
  }

  /**
   * Two writers share each ref. Its entries are numbered under a lock of the ref's row, as the rows
   * of business things are; every seventh transaction writes a further entry and commits late.
   */
  private Void writeAll(String run, int writer) {
    String ref = run + "-" + writer / 2;
    for (int i = 0; i < EACH; i++) {
      boolean late = i % 7 == 0;
      SystemWork.run(
          () ->
              transaction.executeWithoutResult(
                  s -> {
                    int n =
                        database
                            .fetchSingle(
                                "INSERT INTO kernel.number VALUES (md5({0})::uuid, 'test', 2026, 1)"
                                    + " ON CONFLICT (authority_id, kind, year) DO UPDATE SET last ="
                                    + " number.last + 1 RETURNING last",
                                val(ref))
                            .get(0, Integer.class);
                    write(ref, n);
                    if (late) {
                      database.fetch("SELECT pg_sleep(0.002)");
                    }
                  }));
    }
    return null;
  }

  private void demandOrder(String run) {
    for (int pair = 0; pair < WRITERS / 2; pair++) {
      int[] expected = java.util.stream.IntStream.rangeClosed(1, 2 * EACH).toArray();
      assertThat(placed(run + "-" + pair)).isEqualTo(numbers(expected));
    }
  }

  /** Every place is taken once, the hashes add up to the signed root, and the tiles are full. */
  private void demandWholeTree() {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  assertThat(database.fetchCount(WAITING)).isZero();
                  assertThat(database.fetchCount(LEAF)).isEqualTo(database.fetchCount(ENTRY));
                  Frontier tree = new Frontier();
                  database
                      .select(LEAF.SEQ, LEAF.ENTRY)
                      .from(LEAF)
                      .orderBy(LEAF.SEQ)
                      .fetchSize(1000)
                      .forEach(
                          leaf -> {
                            assertThat(leaf.value1()).isEqualTo(tree.size());
                            tree.append(Hash.leaf(leaf.value2()));
                          });
                  String note =
                      database
                          .select(CHECKPOINT.NOTE)
                          .from(CHECKPOINT)
                          .orderBy(CHECKPOINT.SIZE.desc())
                          .limit(1)
                          .fetchSingle()
                          .value1();
                  SignedCheckpoint signed =
                      SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
                  Policy.of(keys.verifiers()).check(signed);
                  assertThat(signed.checkpoint().size()).isEqualTo(tree.size());
                  assertThat(signed.checkpoint().root()).isEqualTo(tree.root());
                  assertThat(database.fetchCount(TILE, TILE.LEVEL.eq(0)))
                      .isEqualTo(Math.toIntExact(tree.size() / 256));
                }));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
