package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.schema.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A draw as it happens, on the public site. */
@PortalTest
class LiveTest {

  @Autowired private Site site;
  @Autowired private TestDatabase database;

  private final JsonMapper json = new JsonMapper();

  private void put(UUID id, String state, long version) throws SQLException {
    put(database, id, state, version);
  }

  static void put(TestDatabase database, UUID id, String state, long version) throws SQLException {
    try (var connection = database.platform().connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO publicity.draw_live VALUES (?, ?, '示范市工业和信息化局', ?, 'D-2026-0077',"
                    + " 'targets', ?, ?::jsonb, ?, '2026-06-10T00:59:00Z') ON CONFLICT (draw_id) DO"
                    + " UPDATE SET state = excluded.state, document = excluded.document, version ="
                    + " excluded.version")) {
      insert.setObject(1, id);
      insert.setObject(2, UUID.fromString("00000000-0000-7000-8000-000000000001"));
      insert.setObject(3, UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)));
      insert.setString(4, state);
      insert.setString(5, document(state));
      insert.setLong(6, version);
      insert.executeUpdate();
    }
  }

  private static String document(String state) {
    boolean made = state.equals("drawn") || state.equals("closed");
    String commitment =
        "{\"hash\":\"%s\",\"at\":\"2026-06-10T01:00:00Z\",\"revealBy\":\"2026-06-10T02:00:00Z\",\"openBy\":\"2026-06-10T03:00:00Z\"}"
            .formatted("0c".repeat(32));
    String ticket =
        "{\"n\":1,\"r\":0,\"stratum\":\"A\",\"place\":1,\"token\":\"%s\",\"ticket\":\"%s\"}"
            .formatted("ab".repeat(32), "cd".repeat(32));
    return """
    {"ref":"D-2026-0077.370300","number":"D-2026-0077","purpose":"targets","state":"%s","task":"T-2026-0012",
     "suite":"sha256","poolSize":2112,"frameSize":2100,"excludedSize":12,"excluded":{"exempt":12},
     "strata":[{"name":"A","size":2100,"rateBp":null,"count":1,"quota":1,"weighted":false,"drawn":%d}],
     "commitment":%s,"parties":[{"party":"w1","kind":"regulation-section","nonce":%s}],"sources":[],
     "rounds":0,"drawn":%d,"unfilled":0,"last":[%s],"places":[],"voided":null}
    """
        .formatted(
            state,
            made ? 1 : 0,
            state.equals("prepared") ? "null" : commitment,
            state.equals("prepared") || state.equals("committed")
                ? "null"
                : "\"" + "ee".repeat(32) + "\"",
            made ? 1 : 0,
            made ? ticket : "");
  }

  private BufferedReader open(UUID id, String... seen) throws IOException {
    var address = URI.create(site.address() + "/draws/" + id + "/live/events").toURL();
    HttpURLConnection connection = (HttpURLConnection) address.openConnection();
    connection.setReadTimeout(20_000);
    if (seen.length > 0) {
      connection.setRequestProperty("Last-Event-ID", seen[0]);
    }
    assertThat(connection.getContentType()).startsWith("text/event-stream");
    assertThat(connection.getHeaderField("Cache-Control")).contains("no-store");
    return new BufferedReader(
        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The next event but heartbeats; null at the end of the stream. */
  private static JsonNode next(BufferedReader lines) throws IOException {
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.startsWith("data:")) {
        return new JsonMapper().readTree(line.substring(5));
      }
    }
    return new JsonMapper().nullNode();
  }

  @Test
  void a_stream_tells_each_state_in_its_order_and_ends_with_the_draw() throws Exception {
    UUID id = UUID.randomUUID();
    put(id, "prepared", 1);
    List<String> states = new ArrayList<>();
    try (BufferedReader lines = open(id)) {
      long version = 1;
      for (String state : List.of("prepared", "committed", "revealed", "drawn", "closed")) {
        put(id, state, version++);
        JsonNode event = next(lines);
        states.add(event.path("state").asString());
        assertThat(event.path("html").asString()).contains("data-state=\"" + state + "\"");
      }
      assertThat(next(lines).isEmpty()).isTrue();
      assertThat(lines.readLine()).isIn("", null);
    }
    assertThat(states).containsExactly("prepared", "committed", "revealed", "drawn", "closed");
  }

  @Test
  void a_screen_is_told_of_the_draw_that_follows_in_its_task() throws Exception {
    UUID targets = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
    UUID inspectors = new UUID(2, UUID.randomUUID().getLeastSignificantBits());
    put(targets, "drawn", 4);
    String next = "/draws/" + targets + "/live/next.json";
    assertThat(site.get(next).statusCode()).isEqualTo(204);
    put(inspectors, "prepared", 1);
    follow(targets, inspectors);
    assertThat(json.readTree(site.text(next)).path("address").asString())
        .isEqualTo("/draws/" + inspectors + "/live");
    assertThat(json.readTree(site.text(next)).path("title").asString())
        .isEqualTo("D-2026-0078 检查人员抽取");
    assertThat(site.get("/draws/" + inspectors + "/live/next.json").statusCode()).isEqualTo(204);
    put(inspectors, "closed", 5);
    assertThat(site.get(next).statusCode()).isEqualTo(204);
    assertThat(site.page("/draws/" + targets + "/live").expectFirst("main").attr("data-next"))
        .isEqualTo(next);
  }

  /** The second is that of the inspectors, in the task of the first. */
  private void follow(UUID first, UUID second) throws SQLException {
    try (var connection = database.platform().connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE publicity.draw_live SET number = 'D-2026-0078', purpose = 'inspectors',"
                    + " task_id = (SELECT task_id FROM publicity.draw_live WHERE draw_id = ?)"
                    + " WHERE draw_id = ?")) {
      update.setObject(1, first);
      update.setObject(2, second);
      update.executeUpdate();
    }
  }

  @Test
  void whoever_comes_back_is_told_only_what_is_new() throws Exception {
    UUID id = UUID.randomUUID();
    put(id, "committed", 7);
    try (BufferedReader lines = open(id, "7")) {
      put(id, "revealed", 8);
      assertThat(next(lines).path("version").asLong()).isEqualTo(8);
    }
  }

  @Test
  void the_page_is_whole_without_its_script_and_renews_itself() throws Exception {
    UUID id = UUID.randomUUID();
    put(id, "drawn", 4);
    for (String language : List.of("zh-CN", "en")) {
      Document page = site.page("/draws/" + id + "/live", "Accept-Language", language);
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("noscript")).hasSize(1);
      assertThat(page.expectFirst("head").html()).contains("http-equiv=\"refresh\"");
      assertThat(page.text())
          .contains("D-2026-0077", "2,112", "0c".repeat(32), "ee".repeat(32), "abababababab")
          .doesNotContain("??");
      assertThat(page.select("svg.ds-qr path")).hasSize(1);
      assertThat(page.select("[style], style")).isEmpty();
      assertThat(page.select("script[src]")).hasSize(1);
      String script = page.expectFirst("script").attr("src");
      assertThat(site.text(script)).contains("EventSource");
    }
    var answer = site.get("/draws/" + id + "/live");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'", "connect-src 'self'", "default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void nobody_is_named_and_a_draw_that_is_over_has_no_stream() throws Exception {
    UUID id = UUID.randomUUID();
    put(id, "closed", 9);
    Document page = site.page("/draws/" + id + "/live");
    assertThat(page.expectFirst("main").text()).doesNotContain("公司", "王见证");
    assertThat(page.select("script, [data-stream]")).isEmpty();
  }

  @Test
  void what_is_not_there_is_404_for_page_stream_and_result() {
    String nothing = "/draws/00000000-0000-7000-8000-00000000ffff/live";
    for (String path : List.of("", "/events", "/result", "/result.json")) {
      assertThat(site.get(nothing + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void draws_under_way_are_listed() throws Exception {
    UUID id = UUID.randomUUID();
    put(id, "committed", 2);
    assertThat(site.page("/draws").select("a[href=/draws/" + id + "/live]")).hasSize(1);
  }
}
