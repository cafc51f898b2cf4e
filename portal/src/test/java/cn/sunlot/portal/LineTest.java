package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.LineCode;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.LineProof;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Sample;
import cn.sunlot.schema.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A unit checks its own line on the public site. */
@PortalTest
class LineTest {

  static final String REF = "D-2026-0007";
  static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000402");
  static final UUID VOID = UUID.fromString("00000000-0000-7000-8000-000000000401");
  static final UUID EARLY = UUID.fromString("00000000-0000-7000-8000-0000000004ee");
  private static final Transcript TRANSCRIPT = new Sample(Suite.SHA256, 5).transcript();

  @Autowired private Site site;

  @BeforeAll
  static void publish(@Autowired TestDatabase database) throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    TRANSCRIPT.writeZip(zip);
    try (var connection = database.platform().connect();
        var statement =
            connection.prepareStatement(
                "INSERT INTO publicity.transcript (draw_id, content, sha256) VALUES (?, ?, ?) ON"
                    + " CONFLICT (draw_id) DO UPDATE SET content = excluded.content, sha256 ="
                    + " excluded.sha256")) {
      statement.setObject(1, ID);
      statement.setBytes(2, zip.toByteArray());
      statement.setString(3, "5a".repeat(32));
      statement.executeUpdate();
    }
    try (var connection = database.platform().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO publicity.draw_live SELECT '"
              + EARLY
              + "', authority_id, authority, task_id, 'D-2026-0099', purpose, 'committed',"
              + " document, version, updated_at FROM publicity.draw_live WHERE draw_id = '"
              + ID
              + "' ON CONFLICT (draw_id) DO NOTHING");
    }
  }

  /** The units of the sample, whose key is the first that its generator gives. */
  static Units units() {
    byte[] key = new byte[32];
    new Random(5).nextBytes(key);
    return new Units(Suite.SHA256, REF, key);
  }

  static Opening drawn() {
    return TRANSCRIPT.openings().get(0);
  }

  static Opening notDrawn() {
    List<String> drawn =
        new ArrayList<>(TRANSCRIPT.openings().stream().map(Opening::unit).toList());
    for (int i = 1000; i < 1030; i++) {
      if (!drawn.contains("lift:3310-2019-" + i)) {
        return units().open("lift:3310-2019-" + i);
      }
    }
    throw new IllegalStateException("all were drawn");
  }

  private HttpResponse<byte[]> post(UUID id, String more, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(site.address() + "/draws/" + id + "/line" + more))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofByteArray());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Document ask(UUID id, Map<String, String> form) {
    HttpResponse<byte[]> answer = post(id, "", form);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private Document ask(Opening opening) {
    return ask(ID, Map.of("code", LineCode.of(REF, opening.unit(), opening.salt()).text()));
  }

  @Test
  void a_drawn_unit_sees_its_line_chance_and_place() {
    String text = ask(drawn()).expectFirst(".sentence-box").text();
    assertThat(text).contains("在参加抽取的名单中：共 30 行").containsAnyOf("抽中了", "补抽中抽中");
    assertThat(text).contains("家，从中抽取").doesNotContain("没有抽中", "信用风险");
  }

  @Test
  void a_unit_that_was_not_drawn_sees_so_and_one_left_out_why() {
    assertThat(ask(notDrawn()).expectFirst(".sentence-box").text()).contains("没有抽中");
    String out = ask(units().open("冷库:1")).expectFirst(".sentence-box").text();
    assertThat(out).contains("没有参加抽取：在免检名单内").doesNotContain("机会");
  }

  @Test
  void unit_and_salt_do_as_well_as_the_code() {
    Opening opening = notDrawn();
    Document page = ask(ID, Map.of("unit", " " + opening.unit(), "salt", opening.salt()));
    assertThat(page.text()).contains("没有抽中");
  }

  @Test
  void without_the_right_salt_every_answer_is_the_same() {
    Opening real = drawn();
    String wrong =
        ask(new Opening(real.unit(), "00".repeat(32), real.token())).select("main").text();
    String nobody = ask(new Opening("lift:9", "00".repeat(32), real.token())).select("main").text();
    assertThat(wrong).isEqualTo(nobody).contains("名单里没有这一行");
  }

  @Test
  void slips_and_codes_of_other_draws_are_told_apart() {
    String code = LineCode.of(REF, drawn().unit(), drawn().salt()).text();
    String slip = (code.charAt(20) == '7' ? "8" : "7");
    Document mistyped = ask(ID, Map.of("code", code.substring(0, 20) + slip + code.substring(21)));
    assertThat(mistyped.expectFirst("[role=alert]").text()).contains("查询码看不懂");
    assertThat(mistyped.expectFirst("#code").wholeText()).startsWith(code.substring(0, 20));
    String other = LineCode.of("D-2026-0999", drawn().unit(), drawn().salt()).text();
    assertThat(ask(ID, Map.of("code", other)).expectFirst("[role=alert]").text())
        .contains("不是这次抽取的");
    assertThat(ask(ID, Map.of()).expectFirst("[role=alert]").text()).contains("看不懂");
  }

  @Test
  void a_void_draw_promises_nothing_and_one_under_way_says_when_to_come_back() {
    Document none = site.page("/draws/" + VOID + "/line");
    assertThat(none.text()).contains("已经作废", "没有抽出任何单位").doesNotContain("随即公布");
    assertThat(none.select("main form, main script")).isEmpty();
    String code = LineCode.of(REF, drawn().unit(), drawn().salt()).text();
    assertThat(ask(VOID, Map.of("code", code)).expectFirst("[role=alert]").text()).contains("已经作废");
    assertThat(site.page("/draws/" + EARLY + "/line").text()).contains("随即公布");
    assertThat(ask(EARLY, Map.of("code", code)).expectFirst("[role=alert]").text())
        .contains("还没有进行", "随即公布");
  }

  @Test
  void the_risk_class_is_not_worded_because_no_profile_allows_it() {
    Opening opening = notDrawn();
    String said = ask(opening).expectFirst(".sentence-box").text();
    assertThat(said).contains("与您同类的").doesNotContain("风险", "A 类", "分层", "stratum");
  }

  @Test
  void the_proof_leads_from_the_line_to_the_root_in_the_commitment() {
    Opening opening = drawn();
    HttpResponse<byte[]> file =
        post(ID, "/proof.json", Map.of("unit", opening.unit(), "salt", opening.salt()));
    assertThat(new String(file.body(), StandardCharsets.UTF_8))
        .doesNotContain(opening.salt(), opening.unit());
    JsonNode proof = new JsonMapper().readTree(file.body());
    List<String> path =
        proof.path("proof").path("path").valueStream().map(JsonNode::asString).toList();
    LineProof read =
        new LineProof(
            proof.path("proof").path("index").asInt(),
            proof.path("proof").path("size").asInt(),
            path);
    String line = proof.path("line").asString();
    assertThat(line).startsWith(opening.token());
    assertThat(read.root(Suite.SHA256, line)).isEqualTo(proof.path("root").asString());
    Transcript.Lists.Targets lists = (Transcript.Lists.Targets) TRANSCRIPT.lists();
    assertThat(proof.path("root").asString()).isEqualTo(lists.frame().listed().root());
    assertThat(proof.path("commitmentHash").asString())
        .isEqualTo(TRANSCRIPT.commitment().hash(Suite.SHA256));
    assertThat(post(ID, "/proof.json", Map.of("unit", "x", "salt", "y")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_whole_result_can_be_read_in_its_order() {
    JsonNode page =
        new JsonMapper()
            .readTree(site.get("/draws/" + ID + "/live/result.json?from=2&size=3").body());
    assertThat(page.path("rows").size()).isEqualTo(3);
    assertThat(page.path("rows").get(0).path("n").asInt()).isEqualTo(2);
    assertThat(page.path("total").asInt()).isGreaterThan(5);
    assertThat(site.page("/draws/" + ID + "/live/result").select("tbody tr"))
        .hasSize(page.path("total").asInt());
  }

  @Test
  void the_form_works_without_script_in_both_languages() {
    for (String language : List.of("zh-CN", "en")) {
      Document page = site.page("/draws/" + ID + "/line", "Accept-Language", language);
      assertThat(page.select("form[method=post] textarea[name=code]")).hasSize(1);
      for (var field : page.select("input:not([type=hidden]), textarea")) {
        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1);
      }
      assertThat(page.text()).doesNotContain("??");
    }
  }
}
