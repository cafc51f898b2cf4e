package cn.sunlot.audit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.PlatformTest;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.audit.PublicLog;
import cn.sunlot.audit.signing.LogKeys;
import cn.sunlot.audit.signing.LogWitnesses;
import cn.sunlot.audit.store.CosignatureStore;
import cn.sunlot.cli.log.WitnessFolder;
import cn.sunlot.cli.log.WitnessServer;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.schema.testing.TestDatabase;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.witness.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Checkpoints are offered to witnesses over HTTP, and what they sign is kept. */
@PlatformTest
@TestPropertySource(properties = "sunlot.log.origin=cosigned.test/log")
class CollectCosignaturesTest {

  private static final String REF = "D-2026-0001.370300";
  private static final SignerKey WITNESS =
      SignerKey.generate("witness.test", KeyType.COSIGNATURE, new SecureRandom());

  @Autowired private PlaceEntries place;
  @Autowired private AuditLog audit;
  @Autowired private PublicLog log;
  @Autowired private LogKeys keys;
  @Autowired private CosignatureStore store;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestDatabase database;

  @TempDir private Path folder;
  private WitnessServer server;

  @BeforeEach
  void startTheWitness() throws Exception {
    server = witness(WITNESS);
    asSuperuser("DELETE FROM audit.cosignature");
  }

  @AfterEach
  void stopTheWitness() {
    server.close();
  }

  private WitnessServer witness(SignerKey key) throws IOException {
    Witness witness =
        new Witness(
            Map.of(keys.origin(), Policy.of(keys.verifiers())),
            List.of(key),
            new WitnessFolder(folder),
            Clock.systemUTC());
    return new WitnessServer(new InetSocketAddress("127.0.0.1", 0), witness, (s, t) -> {});
  }

  private CollectCosignatures collector() {
    String configured = WITNESS.verifier() + " http://127.0.0.1:" + server.port() + "/";
    return new CollectCosignatures(
        new LogWitnesses(configured), store, transaction, Clock.systemUTC());
  }

  private void asSuperuser(String sql) throws Exception {
    try (Connection connection = database.superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(sql);
    }
  }

  private void enter() {
    SystemWork.run(
        () -> transaction.executeWithoutResult(s -> audit.record("signed-in", REF, Map.of())));
    place.run();
  }

  private int cosignatures() {
    return SystemWork.run(
        () -> Objects.requireNonNull(transaction.execute(s -> log.cover(REF, 0).cosignatures())));
  }

  @Test
  void a_witness_signs_each_checkpoint_that_continues_the_one_before() {
    CollectCosignatures collector = collector();
    enter();
    assertThat(collector.run()).isOne();
    assertThat(cosignatures()).isOne();
    assertThat(collector.run()).as("nothing new").isZero();
    enter();
    assertThat(cosignatures()).as("not seen yet").isZero();
    assertThat(collector.run()).isOne();
    var proof =
        SystemWork.run(
            () ->
                Objects.requireNonNull(
                    transaction.execute(s -> log.evidence(REF, Set.of("signed-in")).get(0))));
    Policy policy = new Policy(keys.verifiers(), List.of(WITNESS.verifier()), 1);
    assertThat(policy.check(proof.proof().checkpoint())).hasSize(1);
  }

  @Test
  void a_platform_that_forgot_how_far_a_witness_is_asks_again_from_there() throws Exception {
    CollectCosignatures collector = collector();
    enter();
    assertThat(collector.run()).isOne();
    asSuperuser("DELETE FROM audit.cosignature");
    enter();
    assertThat(collector.run()).isOne();
  }

  @Test
  void a_silent_witness_holds_up_nothing() {
    CollectCosignatures collector = collector();
    server.close();
    enter();
    assertThat(collector.run()).isZero();
    assertThat(cosignatures()).isZero();
  }

  @Test
  void a_signature_that_is_not_the_witnesss_is_not_kept() throws Exception {
    server.close();
    server = witness(SignerKey.generate("witness.test", KeyType.COSIGNATURE, new SecureRandom()));
    CollectCosignatures collector = collector();
    enter();
    assertThat(collector.run()).isZero();
    assertThat(cosignatures()).isZero();
  }
}
