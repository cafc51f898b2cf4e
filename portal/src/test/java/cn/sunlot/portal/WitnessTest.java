package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.schema.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The way in for witnesses, over HTTP, with the rights of the site's login. */
@PortalTest
class WitnessTest {

  private static final String CODE = "ABCDE23456";
  private static final String COMMITMENT = "ab".repeat(32);

  @Autowired private Site site;
  @Autowired private TestDatabase database;

  private String draw = "";

  @BeforeEach
  void inviteSomebody() throws SQLException {
    UUID id = UUID.randomUUID();
    UUID invitation = UUID.randomUUID();
    draw = "D-2026-" + id.toString().substring(0, 8);
    run(
        """
        DELETE FROM intake.attempt;
        UPDATE intake.code SET ended_at = now() WHERE ended_at IS NULL;
        SET session_replication_role = replica; -- no entry tells of this draw
        INSERT INTO drawing.draw (id, authority_id, department_id, number, ref, purpose, state, task_id, task_number, profile_id,
          profile_version, profile_hash, suite, previous_hash, pool_size, frame_size, excluded_size, subject, frame_file, excluded_file,
          order_file, frame_key, chain_secret, prepared_at, prepared_by)
        VALUES ('%1$s', gen_random_uuid(), gen_random_uuid(), '%2$s', '%2$s', 'targets', 'prepared', gen_random_uuid(), 'T-%2$s', 'p', '1',
          repeat('a', 64), 'sha256', '', 2112, 2100, 12, '', 'f', 'x', 'o', '', '', now(), gen_random_uuid());
        RESET session_replication_role;
        INSERT INTO drawing.invitation VALUES ('%3$s', '%1$s', 1, 'w1', 'regulation-section', NULL, '王见证', '法规科', false,
          '示范市工业和信息化局 节能科', '重点用能单位节能监察', now(), gen_random_uuid());
        INSERT INTO intake.code VALUES (intake.hash_of('%4$s'), 'draw-party', '%3$s', now(), NULL)
          ON CONFLICT (hash) DO UPDATE SET subject = excluded.subject, ended_at = NULL;
        """
            .formatted(id, draw, invitation, CODE));
  }

  /** The other tests of the log count its entries. */
  @AfterEach
  void takeTheEntriesOut() throws SQLException {
    run("SET session_replication_role = replica; DELETE FROM audit.leaf WHERE seq >= 90000");
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private HttpResponse<String> send(String what, String code, String more) {
    return site.post("/w/" + what, "{\"code\":\"%s\"%s}".formatted(code, more));
  }

  private String outcome(String what, String more) {
    HttpResponse<String> answer = send(what, CODE, more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).path("outcome").asString();
  }

  @Test
  void aCodeShowsWhoInvitesToWhatAndTakesTheCommitmentOnce() {
    HttpResponse<String> seen = send("look", "abcde-23456", "");
    assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode shown = new ObjectMapper().readTree(seen.body());
    assertThat(shown.path("inviter").asString()).isEqualTo("示范市工业和信息化局 节能科");
    assertThat(shown.path("name").asString()).isEqualTo("王见证");
    assertThat(shown.path("frame").asInt()).isEqualTo(2100);
    assertThat(shown.path("state").asString()).isEqualTo("prepared");
    assertThat(outcome("commit", ",\"commitment\":\"nonsense\"")).isEqualTo("malformed");
    assertThat(outcome("commit", "")).isEqualTo("malformed");
    String commit = ",\"commitment\":\"" + COMMITMENT + "\"";
    assertThat(outcome("commit", commit)).isEqualTo("received");
    assertThat(outcome("commit", commit)).isEqualTo("received");
    assertThat(outcome("commit", ",\"commitment\":\"" + "cd".repeat(32) + "\""))
        .isEqualTo("sent-already");
    assertThat(outcome("reveal", ",\"nonce\":\"" + COMMITMENT + "\"")).isEqualTo("not-now");
    assertThat(outcome("open", ",\"r\":0,\"value\":\"" + COMMITMENT + "\"")).isEqualTo("not-now");
    assertThat(outcome("sign", ",\"png\":\"###\"")).isEqualTo("malformed");
  }

  private void state(String state, String more) throws SQLException {
    run(
        "SET session_replication_role = replica; UPDATE drawing.draw SET state = '%s'%s WHERE ref = '%s'"
            .formatted(state, more, draw));
  }

  /** The witness has committed on the phone, by which the draw was made. */
  private void join() throws SQLException {
    run(
        """
        SET session_replication_role = replica;
        INSERT INTO drawing.party (draw_id, position, party, kind, name, unit, way, commitment, by, at)
        SELECT id, 1, 'w1', 'regulation-section', '王见证', '法规科', 'link', '%s', gen_random_uuid(), now() FROM drawing.draw
        WHERE ref = '%s'
        """
            .formatted(COMMITMENT, draw));
  }

  private String over() {
    return new ObjectMapper().readTree(send("look", CODE, "").body()).path("over").asString("");
  }

  private void takesNothing() {
    String hex = ",\"%s\":\"" + COMMITMENT + "\"";
    assertThat(outcome("commit", hex.formatted("commitment"))).isEqualTo("over");
    assertThat(outcome("reveal", hex.formatted("nonce"))).isEqualTo("over");
    assertThat(outcome("open", ",\"r\":0" + hex.formatted("value"))).isEqualTo("over");
    assertThat(outcome("sign", ",\"png\":\"aaaa\"")).isEqualTo("over");
  }

  @Test
  void aLinkOpenedAfterTheDrawWasLockedSaysSoAndTakesNoCommitment() throws SQLException {
    assertThat(over()).isEmpty();
    for (String state : List.of("committed", "revealed", "drawn", "closed")) {
      state(state, "");
      assertThat(over()).as(state).isEqualTo("too-late");
      takesNothing();
    }
    Document page = site.page("/w?lang=zh");
    assertThat(page.expectFirst("#step-too-late").text())
        .contains("链接已经失效", "承诺时固定", "第 2 节", "不用再做什么");
    assertThat(site.page("/w?lang=en").expectFirst("#step-too-late").text())
        .contains("has ended", "section 2", "nothing left for you to do");
  }

  @Test
  void aLinkOfAVoidDrawSaysWhyAndTakesNothing() throws SQLException {
    join();
    state("void", ", void_cause = 'nonce-missing', void_reason = '', void_at = now()");
    JsonNode shown = new ObjectMapper().readTree(send("look", CODE, "").body());
    assertThat(shown.path("over").asString()).isEqualTo("void");
    assertThat(shown.path("voidCause").asString()).isEqualTo("nonce-missing");
    takesNothing();
    assertThat(site.page("/w?lang=zh").expectFirst("#step-void").text())
        .contains("已作废", "没有按时公开", "第 2 节", "新的链接");
  }

  @Test
  void aCodeEndsWithThePartOfItsWitness() throws SQLException {
    join();
    state("drawn", "");
    assertThat(over()).as("the record is to be signed").isEmpty();
    assertThat(outcome("commit", ",\"commitment\":\"" + COMMITMENT + "\"")).isEqualTo("not-now");
    state("closed", "");
    assertThat(over()).isEqualTo("done");
    takesNothing();
    run(
        "SET session_replication_role = replica; UPDATE drawing.invitation SET supervises = true WHERE draw_id = (SELECT id FROM drawing.draw WHERE ref = '%s')"
            .formatted(draw));
    assertThat(over()).as("opens the chain for substitute rounds").isEmpty();
    state(
        "closed",
        ", void_cause = 'chain-lost', void_reason = '遗失', void_approver = gen_random_uuid(), void_at = now()");
    assertThat(over()).isEqualTo("done");
    takesNothing();
  }

  @Test
  void aWrongCodeAndAnEndedOneAndTooManyTriesAnswerAlike() throws SQLException {
    HttpResponse<String> wrong = send("look", "2222222222", "");
    run("UPDATE intake.code SET ended_at = now() WHERE ended_at IS NULL");
    HttpResponse<String> ended = send("look", CODE, "");
    run("UPDATE intake.code SET ended_at = NULL WHERE hash = intake.hash_of('" + CODE + "')");
    for (int i = 0; i < 30; i++) {
      send("look", "3333333333", "");
    }
    HttpResponse<String> closed = send("look", CODE, "");
    for (HttpResponse<String> answer : List.of(wrong, ended, closed)) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(send("commit", CODE, ",\"commitment\":\"" + COMMITMENT + "\"").statusCode())
        .isEqualTo(404);
  }

  @Test
  void nothingIsSentByAnAddressOrByAFormOfAnotherSite() {
    assertThat(site.get("/w/look?code=" + CODE).statusCode()).isIn(404, 405);
    assertThat(site.get("/w/commit").statusCode()).isIn(404, 405);
  }

  @Test
  void withoutScriptsThePageSaysThatThisCannotBeDoneHereAndWhatToDo() {
    Document page = site.page("/w?lang=zh");
    assertThat(page.expectFirst("noscript").text()).contains("不能运行脚本", "屏幕上办理");
    assertThat(page.expectFirst("#witness").hasAttr("hidden")).isTrue();
    String script = page.expectFirst("script").attr("src");
    HttpResponse<byte[]> served = site.get(script);
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(site.get(script.replace("/witness.js", "/hash.js")).statusCode()).isEqualTo(200);
    assertThat(site.get(script.replace("/witness.js", "/nothing.js")).statusCode()).isEqualTo(404);
    for (String path : List.of("/w", "/receipt")) {
      assertThat(site.get(path).headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self'", "connect-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void theReceiptPageShowsWhatTheLogSaysOfADrawAndNoNonceBeforeItIsPublic() throws Exception {
    String document =
        "{\"draw\":\"%s\",\"parties\":[{\"commitment\":\"%s\",\"party\":\"w1\",\"role\":\"counsel\"}],\"suite\":\"sha256\"}"
            .formatted(draw, COMMITMENT);
    String nonce = "{\"nonce\":\"" + "12".repeat(32) + "\",\"party\":\"w1\"}";
    log(90_000 + seq(), "draw-committed", document);
    log(190_000 + seq(), "draw-revealed", nonce);
    Document page = site.page("/receipt?draw=" + draw);
    assertThat(page.text()).contains(COMMITMENT).doesNotContain("1212");
    assertThat(page.text()).contains(hash(document));
    String published = site.text("/receipt/published?draw=" + draw);
    JsonNode answer = new ObjectMapper().readTree(published);
    assertThat(answer.path("document").asString()).isEqualTo(document);
    assertThat(answer.path("nonces")).isEmpty();
    assertThat(site.get("/receipt/published?draw=D-1999-0001").statusCode()).isEqualTo(404);
  }

  private long seq() {
    return Math.abs(draw.hashCode() % 1000L);
  }

  private static String hash(String text) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(
            java.security.MessageDigest.getInstance("SHA-256")
                .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** An entry with its leaf, as the platform writes them. */
  private void log(long seq, String type, String payload) throws SQLException {
    run(
        """
        WITH entry AS (
          INSERT INTO audit.entry (type, ref, at, org, actor, payload, salt, hash)
          SELECT '%1$s', '%2$s', now(), '', 'platform', convert_to('%3$s', 'UTF8'), decode(repeat('00', 32), 'hex'),
            encode(sha256(decode(repeat('00', 32), 'hex') || convert_to('%3$s', 'UTF8')), 'hex')
          RETURNING id)
        INSERT INTO audit.leaf (seq, entry_id, ref, entry, hash)
        SELECT %4$d, id, '%2$s', 'e'::bytea, sha256('\\x00'::bytea || 'e'::bytea) FROM entry
        """
            .formatted(type, draw, payload, seq));
  }
}
