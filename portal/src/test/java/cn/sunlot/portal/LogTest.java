package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.LogProof;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.tiles.EntryBundle;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileHashes;
import cn.sunlot.translog.tiles.Tiling;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The public log as programs and people read it. */
@PortalTest
class LogTest {

  @Autowired private Site site;

  private SignedCheckpoint checkpoint() {
    return SignedCheckpoint.parse(site.get("/log/checkpoint").body());
  }

  private Policy policy() {
    return new Policy(
        VerifierKey.list(site.text("/log/key")), List.of(SampleLog.WITNESS.verifier()), 1);
  }

  private List<byte[]> entries() {
    List<byte[]> entries = new ArrayList<>();
    for (long n = 0; n * Tile.WIDTH < SampleLog.SIZE; n++) {
      Tile bundle = Tiling.in(SampleLog.SIZE, 0, n).bundle();
      entries.addAll(EntryBundle.read(bundle, site.get("/log/" + bundle.path()).body()));
    }
    return entries;
  }

  @Test
  void a_stranger_reads_checkpoint_key_tiles_and_entries_and_they_add_up() {
    SignedCheckpoint checkpoint = checkpoint();
    assertThat(policy().check(checkpoint)).hasSize(1);
    TileHashes tiles =
        new TileHashes(SampleLog.SIZE, tile -> site.get("/log/" + tile.path()).body());
    Hash root = checkpoint.checkpoint().root();
    assertThat(Frontier.read(SampleLog.SIZE, tiles).root()).isEqualTo(root);
    Frontier tree = new Frontier();
    entries().forEach(entry -> tree.append(Hash.leaf(entry)));
    assertThat(tree.size()).isEqualTo(SampleLog.SIZE);
    assertThat(tree.root()).isEqualTo(root);
    Tile roots = new Tile(1, 0, 1);
    assertThat(site.get("/log/" + roots.path()).body()).isEqualTo(Tiling.content(roots, tiles));
  }

  @Test
  void a_partial_tile_of_an_older_size_is_still_answered() {
    byte[] now = site.get("/log/tile/0/000").body();
    assertThat(site.get("/log/tile/0/000.p/100").body())
        .isEqualTo(java.util.Arrays.copyOf(now, 100 * Hash.LENGTH));
    Tile older = new Tile(Tile.ENTRIES, 1, 7);
    assertThat(EntryBundle.read(older, site.get("/log/" + older.path()).body())).hasSize(7);
  }

  @Test
  void a_proof_file_of_an_entry_holds_offline() {
    LogProof proof = LogProof.parse(site.get("/log/entries/17.tlog-proof").body());
    assertThat(proof.index()).isEqualTo(17);
    assertThat(proof.verify(Hash.leaf(entries().get(17)), policy())).hasSize(1);
  }

  @Test
  void what_never_changes_is_cached_for_ever_and_what_does_never_without_asking() {
    for (String path : List.of("/log/tile/0/000", "/log/tile/entries/001.p/44")) {
      HttpResponse<byte[]> answer = site.get(path);
      assertThat(header(answer, "Cache-Control")).contains("immutable", "max-age=31536000");
      assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    }
    for (String path : List.of("/log/checkpoint", "/log/key")) {
      assertThat(header(site.get(path), "Cache-Control")).isEqualTo("no-cache");
      assertThat(header(site.get(path), "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    }
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/log/tile/0/001",
        "/log/tile/0/001.p/45",
        "/log/tile/entries/002",
        "/log/tile/1/000",
        "/log/tile/0/1",
        "/log/tile/8/000",
        "/log/tile/0/000.p/256",
        "/log/entries/300",
        "/log/entries/300.tlog-proof",
        "/log/entries/-1",
        "/log/payload/300"
      })
  void what_the_log_has_not_is_not_there(String path) {
    assertThat(site.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void the_payload_of_a_commitment_is_public_at_once_and_that_of_a_plan_is_not() {
    HttpResponse<byte[]> open = site.get("/log/payload/" + SampleLog.COMMITTED);
    assertThat(new String(open.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"payload\":{},\"salt\":\"" + "00".repeat(32) + "\"}");
    assertThat(site.get("/log/payload/" + SampleLog.PRIVATE).statusCode()).isEqualTo(404);
  }

  @Test
  void keys_say_for_which_states_of_the_log_they_signed_and_witnesses_who_they_are() {
    Document page = site.page("/log?lang=zh");
    assertThat(page.select("#keys tbody tr")).hasSize(2);
    assertThat(page.select("#keys tbody tr").text()).contains("0 – 200", "200 – 至今");
    assertThat(page.expectFirst("#witnesses td").text()).startsWith("witness.test+");
    assertThat(page.text()).contains("现有 1 个见证方");
    assertThat(page.select("#demands li").eachText())
        .contains("按“zibo_miit 2020-06-06”，抽取的步骤不要求见证方联署。");
    JsonNode file = new ObjectMapper().readTree(site.text("/log/keys.json"));
    assertThat(file.path("keys").get(1).path("untilSize").asInt()).isEqualTo(200);
    assertThat(file.path("keys").get(0).path("untilSize").isNull()).isTrue();
    assertThat(file.path("witnesses").get(0).path("key").asString())
        .isEqualTo(SampleLog.WITNESS.verifier().toString());
  }

  @Test
  void people_see_the_last_entries_in_words_and_a_page_for_each() {
    Document page = site.page("/log");
    assertThat(page.select("main li h3 a")).hasSize(50);
    assertThat(page.select("main").text()).contains("300 条", "计划批准", "编号不公开");
    Document older = site.page(page.select("a[rel=next]").attr("href"));
    assertThat(older.expectFirst("main li h3 a").attr("href")).isEqualTo("/log/entries/249");
    Document entry = site.page("/log/entries/17", "Accept-Language", "en");
    assertThat(entry.select("h1").text()).startsWith("17 ").doesNotContain("draw-committed");
    assertThat(entry.select("a[href=/log/entries/17.tlog-proof], a[href=/log/payload/17]"))
        .hasSize(2);
    assertThat(entry.select("pre").text()).contains("\"seq\":\"17\"");
  }
}
