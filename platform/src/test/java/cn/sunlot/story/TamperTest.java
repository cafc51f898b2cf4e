package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.TestJobs;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.audit.signing.LogKeys;
import cn.sunlot.audit.usecase.PlaceEntries;
import cn.sunlot.cli.Words;
import cn.sunlot.cli.log.AuditReport;
import cn.sunlot.cli.log.DatabaseAudit;
import cn.sunlot.draw.Suites;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.schema.testing.TestDatabase;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Whatever a superuser changes, deletes, reorders or numbers anew behind the platform is found by
 * the audit command and named; an untouched database raises no alarm. The ways are listed in {@code
 * audit/tampering.csv}.
 */
@TestPropertySource(properties = "sunlot.log.origin=tampered.test/log")
class TamperTest extends StoryTest {

  private static final int PADDING = 300;
  private static final SignerKey WITNESS =
      SignerKey.generate("witness.test", KeyType.COSIGNATURE, new SecureRandom());

  @Autowired private PlaceEntries place;
  @Autowired private LogKeys keys;
  @Autowired private AuditLog audit;
  @Autowired private TestJobs jobs;
  @Autowired private TestDatabase database;
  @Autowired private TransactionTemplate transaction;

  private static boolean told;

  /** Not before each test: the story is told once. */
  @Override
  void prepareBureau() {}

  /** Once for all: draws of both purposes, a void one with its successor, and a cosigned tree. */
  @BeforeEach
  void tellTheStory() throws Exception {
    if (told) {
      return;
    }
    super.prepareBureau();
    String first = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, first, "prepare-pool", null));
    JsonNode frozen = chain.ok(chain.taskCommand(bureau, first, "freeze-pool", null));
    String given = frozen.at("/draws/0/id").asString();
    chain.revealAll(bureau, given);
    voidIt(given);
    JsonNode successor = chain.draw(bureau, given, "succeed", Map.of());
    chain.hold(bureau, successor.get("id").asString());
    chain.drawTeams(bureau, first);
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  for (int i = 0; i < PADDING; i++) {
                    audit.record("signed-in", "somebody", Map.of("n", i));
                  }
                }));
    place.run();
    jobs.runRecurring();
    place.run();
    cosign();
    told = true;
  }

  private void voidIt(String draw) throws Exception {
    int version =
        chain
            .api()
            .body(chain.api().read(bureau, "principal", "/api/draws/" + draw))
            .get("version")
            .asInt();
    chain.ok(
        chain
            .api()
            .send(
                bureau,
                "principal",
                "/api/draws/" + draw + "/void",
                version,
                Map.of("reason", "现场停电")));
  }

  private void cosign() throws SQLException {
    SignedCheckpoint last = head();
    try (Connection connection = database.superuser().connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO audit.cosignature (size, witness, line, at) VALUES (?, ?, ?, now())")) {
      insert.setLong(1, last.checkpoint().size());
      insert.setString(2, "witness.test");
      insert.setString(
          3,
          last.cosigned(Instant.parse("2026-06-01T00:00:00Z"), List.of(WITNESS))
              .lines(List.of(WITNESS.verifier()))
              .strip());
      insert.executeUpdate();
    }
  }

  private SignedCheckpoint head() throws SQLException {
    try (Connection connection = database.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT note FROM audit.checkpoint ORDER BY size DESC LIMIT 1")) {
      row.next();
      return SignedCheckpoint.parse(row.getString(1).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Audits what is there after these statements, which are then taken back. */
  private AuditReport auditAfter(String sql) throws SQLException {
    DatabaseAudit command =
        new DatabaseAudit(
            Suites.sha256(),
            keys.verifiers(),
            List.of(WITNESS.verifier()),
            Map.of("log.head", head()));
    try (Connection connection = database.superuser().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        // No trigger and no foreign key stands in the way of whoever owns the machine.
        statement.execute("SET session_replication_role = replica");
        int changed = 0;
        for (String each : sql.split(";", -1)) {
          if (!each.isBlank()) {
            statement.execute(each);
            changed += Math.max(0, statement.getUpdateCount());
          }
        }
        assertThat(changed > 0 || sql.contains("TRUNCATE") || sql.isEmpty()).as(sql).isTrue();
        return command.runWithin(connection);
      } finally {
        connection.rollback();
      }
    }
  }

  private static List<String> findings(AuditReport report) {
    return report.findings().stream().map(f -> f.in(Words.ENGLISH)).toList();
  }

  @Test
  @Clause({"TZ-4", "PDS-5"})
  void an_untouched_database_raises_no_alarm() throws Exception {
    AuditReport report = auditAfter("");
    assertThat(findings(report)).isEmpty();
    assertThat(report.clean()).isTrue();
    assertThat(report.notes().stream().map(n -> n.in(Words.ENGLISH)))
        .anyMatch(n -> n.matches("recomputed [0-9]{3,} entries, [0-9]+ signatures, 3 draws"));
  }

  @Tag("deep")
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/audit/tampering.csv", delimiter = '¦', numLinesToSkip = 1)
  @Clause({"TZ-4", "PDS-5"})
  void whatever_is_changed_behind_the_platform_is_found_and_named(
      String what, String sql, String named) throws Exception {
    assertThat(findings(auditAfter(sql))).as(what).anyMatch(f -> f.contains(named));
  }
}
