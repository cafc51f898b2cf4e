package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.KeptAnswers;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.law.Clause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.ObjectMapper;

/** Draws through their web interface. */
class DrawWebTest extends DrawTest {

  @Autowired private KeptAnswers answers;
  @Autowired private MockMvc web;
  @Autowired private ObjectMapper json;

  private RequestPostProcessor by(String who) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            bureau.signedIn(who), null, AuthorityUtils.NO_AUTHORITIES));
  }

  private ResultActions look(String who, String path) throws Exception {
    return web.perform(get("/api/draws" + path).with(by(who)));
  }

  private ResultActions command(String who, UUID id, String command, Map<String, ?> body)
      throws Exception {
    return web.perform(
        post("/api/draws/" + id + "/" + command)
            .with(by(who))
            .with(csrf())
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", "\"" + seen(id).version() + "\"")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(body)));
  }

  @Test
  @Clause("ZB-9")
  void a_ceremony_with_dice_through_the_web_ends_in_a_transcript_that_verifies() throws Exception {
    UUID id = prepareTargets();
    look("officer", "/" + id)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.nextParty").value("w1"))
        .andExpect(jsonPath("$.pool.strata[0].probability").value("3/30"))
        .andExpect(jsonPath("$.pool.reasons", hasSize(2)))
        .andExpect(
            jsonPath("$.allowedCommands", contains("add-witness", "declare-source", "commit")));
    String commitment = new Nonce("w1", nonce()).commitment(Suite.SHA256, draw(id).drawId());
    command(
            "officer",
            id,
            "add-witness",
            Map.of(
                "kind",
                "regulation-section",
                "name",
                "王见证",
                "unit",
                "法规科",
                "commitment",
                commitment))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.parties[1].way").value("device"));
    command("officer", id, "declare-source", Map.of("kind", "dice", "count", 12))
        .andExpect(status().isOk());
    command("officer", id, "commit", Map.of())
        .andExpect(jsonPath("$.state").value("committed"))
        .andExpect(jsonPath("$.commitment.hash").isString());
    command("officer", id, "reveal", Map.of("party", "operator")).andExpect(status().isOk());
    command("officer", id, "reveal", Map.of("party", "w1", "nonce", nonce()))
        .andExpect(jsonPath("$.state").value("revealed"))
        .andExpect(jsonPath("$.allowedCommands", contains("public-value", "attach")));
    command("officer", id, "draw", Map.of())
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.public-value-missing"));
    throwDice(id);
    command("officer", id, "draw", Map.of())
        .andExpect(jsonPath("$.state").value("drawn"))
        .andExpect(jsonPath("$.result.targets", hasSize(6)))
        .andExpect(jsonPath("$.missing", contains("photo-or-video", "record-sheet")));
    byte[] zip =
        look("officer", "/" + id + "/transcript")
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "application/zip"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    Path file = Files.write(folder.resolve("downloaded.zip"), zip);
    assertThat(Verifier.of(Suites.sha256()).verify(file).accepted()).isTrue();
    look("officer", "/" + id + "/receipts/w1")
        .andExpect(jsonPath("$.commitment").value(commitment))
        .andExpect(jsonPath("$.nonce").value(nonce()));
  }

  private void throwDice(UUID id) throws Exception {
    command("officer", id, "public-value", Map.of("position", 0, "value", "123"))
        .andExpect(status().isUnprocessableContent());
    command("officer", id, "public-value", Map.of("position", 0, "value", "1234 5678 9012"))
        .andExpect(jsonPath("$.sources[0].value").isEmpty())
        .andExpect(jsonPath("$.sources[0].typedBy", hasSize(1)));
    command("officer", id, "public-value", Map.of("position", 0, "value", "123456789012"))
        .andExpect(jsonPath("$.sources[0].value").isEmpty());
    command("regulation", id, "public-value", Map.of("position", 0, "value", "123456789013"))
        .andExpect(jsonPath("$.sources[0].differing").value(true))
        .andExpect(jsonPath("$.sources[0].value").isEmpty());
    command("regulation", id, "public-value", Map.of("position", 0, "value", "123456789012"))
        .andExpect(jsonPath("$.sources[0].value").value("123456789012"));
    command("officer", id, "public-value", Map.of("position", 0, "value", "999999999999"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.source-complete"));
  }

  @Test
  @Clause("ZB-9")
  void looking_at_anything_changes_nothing() throws Exception {
    UUID id = revealedTargets();
    var before = entries(id);
    int version = seen(id).version();
    for (String path :
        new String[] {"", "/" + id, "/" + id + "/check", "/" + id + "/receipts/w1"}) {
      look("officer", path).andExpect(status().isOk());
    }
    look("officer", "/" + id + "/transcript").andExpect(status().isConflict());
    web.perform(get("/api/draws/" + id + "/draw").with(by("officer")))
        .andExpect(status().isMethodNotAllowed());
    assertThat(seen(id).version()).isEqualTo(version);
    assertThat(entries(id)).isEqualTo(before);
    assertThat(draw(id).state()).isEqualTo("revealed");
  }

  @Test
  void a_section_sees_its_own_draws_and_the_whole_bureau_those_of_all() throws Exception {
    UUID id = drawnTargets();
    look("officer2", "/" + id).andExpect(status().isNotFound());
    look("officer2", "").andExpect(jsonPath("$.items", hasSize(0)));
    look("officer2", "/" + id + "/transcript").andExpect(status().isNotFound());
    bureau.as(
        "officer2",
        () -> assertThat(draws.listDrawnTargets(id)).as("behind the screens").isEmpty());
    refused(KernelProblem.NOT_FOUND, () -> bureau.as("officer2", () -> draws.getDraw(id)));
    for (String who : new String[] {"officer", "head", "principal", "regulation", "auditor"}) {
      look(who, "").andExpect(jsonPath("$.items[*].id", hasItem(id.toString())));
    }
    look("sysadmin", "").andExpect(status().isForbidden());
    var own = bureau;
    makeBureau();
    look("principal", "/" + id).andExpect(status().isNotFound());
    bureau = own;
  }

  @Test
  void only_the_principal_makes_a_draw_void_and_buttons_follow_permissions() throws Exception {
    UUID id = drawnTargets();
    look("head", "/" + id).andExpect(jsonPath("$.allowedCommands", hasSize(0)));
    command("officer", id, "void", Map.of("reason", "不满意")).andExpect(status().isForbidden());
    look("principal", "/" + id).andExpect(jsonPath("$.allowedCommands", contains("void")));
    command("principal", id, "void", Map.of("reason", ""))
        .andExpect(status().isUnprocessableContent());
    command("principal", id, "void", Map.of("reason", "名单外泄"))
        .andExpect(jsonPath("$.voided.cause").value("given-up"))
        .andExpect(jsonPath("$.voided.approver.name").value("测试principal"));
    command("officer", id, "succeed", Map.of())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("prepared"))
        .andExpect(jsonPath("$.previous.id").value(id.toString()));
  }

  @Test
  void a_repeated_request_draws_once() throws Exception {
    UUID id = revealedTargets();
    UUID key = UUID.randomUUID();
    String version = "\"" + seen(id).version() + "\"";
    String first = "";
    for (int i = 0; i < 2; i++) {
      String body =
          web.perform(
                  post("/api/draws/" + id + "/draw")
                      .with(by("officer"))
                      .with(csrf())
                      .header("Idempotency-Key", key)
                      .header("If-Match", version))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(i == 0 ? body : first).isEqualTo(body);
      first = body;
    }
    assertThat(entries(id)).containsOnlyOnce("draw-drawn");
  }

  @Test
  void attached_files_come_back_as_they_were() throws Exception {
    UUID id = drawnTargets();
    web.perform(
            multipart("/api/draws/" + id + "/attach")
                .file(new MockMultipartFile("file", "现场.jpg", "text/html", JPEG))
                .param("kind", "photo")
                .with(by("officer"))
                .with(csrf())
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"" + seen(id).version() + "\""))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.attachments[0].mediaType").value("image/jpeg"));
    String body = look("officer", "/" + id).andReturn().getResponse().getContentAsString();
    String attachment = json.readTree(body).get("attachments").get(0).get("id").asString();
    byte[] back =
        look("officer", "/" + id + "/attachments/" + attachment)
            .andExpect(header().string("Content-Type", "image/jpeg"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(back).isEqualTo(JPEG);
  }

  @Test
  void the_nonce_that_a_witness_typed_is_nowhere_in_the_database_before_it_is_opened()
      throws Exception {
    UUID id = prepareTargets();
    // Nobody else's: other tests' nonces are in the database, and open.
    String typed = id.toString().replace("-", "").repeat(2);
    command(
            "officer",
            id,
            "add-witness",
            Map.of("kind", "counsel", "name", "李律师", "unit", "律所", "nonce", typed))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.parties[1].nonce").isEmpty());
    assertThat(find(typed)).isZero();
    command("officer", id, "commit", Map.of()).andExpect(status().isOk());
    assertThat(find(typed)).isZero();
    command("officer", id, "reveal", Map.of("party", "w1")).andExpect(status().isOk());
    assertThat(find(typed)).isPositive();
  }

  /** Rows that hold the text or its bytes, in the tables where it could have leaked to. */
  private int find(String hex) {
    return cn.sunlot.kernel.access.SystemWork.run(
            () ->
                java.util.Objects.requireNonNull(
                    transaction.execute(
                        s ->
                            database
                                .fetchSingle(
                                    "select (select count(*) from drawing.party p where p::text like ?)"
                                        + " + (select count(*) from drawing.reveal r where r::text like ?)"
                                        + " + (select count(*) from audit.entry e"
                                        + " where convert_from(e.payload, 'UTF8') like ?)",
                                    "%" + hex + "%",
                                    "%" + hex + "%",
                                    "%" + hex + "%")
                                .get(0, Integer.class))))
        + answers.holding(hex).size();
  }
}
