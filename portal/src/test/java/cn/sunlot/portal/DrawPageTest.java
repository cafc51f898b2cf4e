package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.schema.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a draw: who took part, where its steps are in the log, what became of it. */
@PortalTest
class DrawPageTest {

  private static final String ID = "00000000-0000-7000-8000-000000000403";
  private static final String REF = "3703-D-2026-0003";
  private static final String AUTHORITY = "00000000-0000-7000-8000-000000000001";
  private static final long SEQ = 95_000;

  @Autowired private Site site;
  @Autowired private TestDatabase database;

  private void run(String sql) throws SQLException {
    try (var connection = database.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica; " + sql);
    }
  }

  @BeforeEach
  @AfterEach
  void asItWas() throws SQLException {
    run(
        "DELETE FROM audit.leaf WHERE seq >= 90000; UPDATE publicity.draw SET void_at = NULL,"
            + " void_cause = NULL, void_reason = NULL WHERE id = '"
            + ID
            + "'; DELETE FROM publicity.draw WHERE previous_id = '"
            + ID
            + "'");
  }

  private static Party party(String name, String role) {
    return new Party(name, role, "ab".repeat(32));
  }

  private void commit(Party... parties) throws SQLException {
    Commitment commitment =
        new Commitment(
            "sha256",
            REF,
            "T-2026-0001",
            new Commitment.Profile("zibo_miit", "2020-06-06", "cd".repeat(32)),
            new Subject.Inspectors("ef".repeat(32)),
            Commitment.Chain.of(new HashChain(Suite.SHA256, new byte[32], 16)),
            List.of(parties),
            List.of(),
            Instant.parse("2026-03-12T02:00:00Z"),
            Instant.parse("2026-03-12T03:00:00Z"),
            "");
    log("draw-committed", new String(commitment.write(), StandardCharsets.UTF_8), SEQ);
  }

  private void log(String type, String payload, long seq) throws SQLException {
    run(
        """
        WITH entry AS (
          INSERT INTO audit.entry (type, ref, at, org, actor, payload, salt, hash)
          SELECT '%1$s', '%2$s', '2026-03-12T01:30:00Z', '%3$s', 'platform', convert_to('%4$s', 'UTF8'), decode(repeat('00', 32), 'hex'),
            encode(sha256(decode(repeat('00', 32), 'hex') || convert_to('%4$s', 'UTF8')), 'hex')
          RETURNING id)
        INSERT INTO audit.leaf (seq, entry_id, ref, entry, hash)
        SELECT %5$d, id, '%2$s', 'e'::bytea, sha256('\\x00'::bytea || 'e'::bytea) FROM entry
        """
            .formatted(type, REF, AUTHORITY, payload, seq));
  }

  @Test
  void theOneWhoKeepsTheChainIsNamedByRoleAndNobodyByName() throws SQLException {
    commit(
        party("operator", Party.OPERATOR), party("w1", Party.SUPERVISOR), party("w2", "counsel"));
    Document page = site.page("/draws/" + ID + "?lang=zh");
    assertThat(page.select("section[aria-labelledby=parties] li").eachText())
        .containsExactly("operator 主办方", "w1 监督方", "w2 法律顾问");
    assertThat(page.text()).contains("监督方持有链密钥，最后打开");
    assertThat(site.page("/draws/" + ID + "?lang=en").text())
        .contains("A supervising party keeps the chain secret and opens it last");
  }

  @Test
  void withoutASupervisorThePageSaysWhoKeepsTheChain() throws SQLException {
    commit(party("operator", Party.OPERATOR), party("w1", "counsel"));
    assertThat(site.page("/draws/" + ID + "?lang=zh").text()).contains("没有独立的监督方");
  }

  @Test
  void everyStepHasItsPlaceInTheLogItsTimeAndItsProof() throws SQLException {
    commit(party("operator", Party.OPERATOR), party("w1", "counsel"));
    log("draw-drawn", "{}", SEQ + 7);
    Document page = site.page("/draws/" + ID + "?lang=zh");
    assertThat(page.select("section[aria-labelledby=steps] tbody tr")).hasSize(2);
    assertThat(page.select("section[aria-labelledby=steps] tbody a").eachAttr("href"))
        .containsExactly(
            "/log/entries/95000",
            "/log/entries/95000.tlog-proof",
            "/log/entries/95007",
            "/log/entries/95007.tlog-proof");
    assertThat(page.select("section[aria-labelledby=steps] time").get(0).attr("datetime"))
        .isEqualTo("2026-03-12T01:30:00Z");
    assertThat(site.page("/log/entries/95000").text()).contains(REF);
  }

  @Test
  void aDrawWithoutFurtherRoundsSaysWhyAndThatItsResultStands() throws SQLException {
    run(
        "UPDATE publicity.draw SET void_at = '2026-03-20T01:00:00Z', void_cause = 'chain-lost',"
            + " void_reason = '监督方的纸条遗失' WHERE id = '"
            + ID
            + "'");
    Document page = site.page("/draws/" + ID + "?lang=zh");
    assertThat(page.text()).contains("不再补抽", "链密钥遗失", "监督方的纸条遗失", "已抽出的结果有效");
    assertThat(page.select(".note.bad")).isEmpty();
  }

  @Test
  void theListCountsVoidDrawsByOfficeAndYear() {
    Document page = site.page("/draws?lang=zh");
    assertThat(page.select("section[aria-labelledby=counts] tbody tr").eachText())
        .containsExactly("示范市工业和信息化局 2026 3 1 0");
  }
}
