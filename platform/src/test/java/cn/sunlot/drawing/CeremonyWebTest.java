package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.KeptAnswers;
import cn.sunlot.intake.usecase.CollectMessages;
import cn.sunlot.law.Clause;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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

/** Witnesses' links, sources and signatures through the web interface. */
class CeremonyWebTest extends DrawTest {

  private static final Map<String, Object> WITNESS =
      Map.of("kind", "regulation-section", "name", "王见证", "unit", "法规科", "link", true);

  @Autowired private KeptAnswers answers;
  @Autowired private MockMvc web;
  @Autowired private ObjectMapper json;
  @Autowired private CollectMessages collect;

  private RequestPostProcessor by(String who) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            bureau.signedIn(who), null, AuthorityUtils.NO_AUTHORITIES));
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

  private String link(UUID id) throws Exception {
    byte[] answer =
        command("officer", id, "make-link", Map.of("party", "w1"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    return json.readTree(answer).path("code").asString();
  }

  @Test
  @Clause("ZB-9")
  void a_witness_named_for_a_link_is_waited_for_and_the_code_is_shown_once_and_kept_nowhere()
      throws Exception {
    UUID id = prepareTargets();
    command("officer", id, "add-witness", WITNESS)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.awaited", hasSize(1)))
        .andExpect(jsonPath("$.awaited[0].linked").value(false))
        .andExpect(jsonPath("$.nextParty").value("w2"))
        .andExpect(
            jsonPath(
                "$.allowedCommands", hasItems("make-link", "commit-witness", "remove-witness")));
    command("officer", id, "commit", Map.of())
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.witness-not-committed"));
    command("head", id, "make-link", Map.of("party", "w1")).andExpect(status().isForbidden());
    String code = link(id);
    assertThat(answers.all()).isNotEmpty();
    assertThat(answers.holding(code)).isEmpty();
    assertThat(new Phone(testDatabase, draw(id).drawId(), "w1", code).commit())
        .isEqualTo("received");
    collect.run();
    web.perform(get("/api/draws/" + id).with(by("officer")))
        .andExpect(jsonPath("$.awaited", hasSize(0)))
        .andExpect(jsonPath("$.parties[1].way").value("link"))
        .andExpect(jsonPath("$.allowedCommands", hasItems("make-link", "commit")));
  }

  @Test
  void a_round_takes_a_source_that_was_declared_on_the_page_of_the_draw() throws Exception {
    UUID id = drawnTargets();
    command("officer", id, "declare-source", Map.of("kind", "lottery", "name", "双色球"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].field", contains("issue", "count")));
    command(
            "officer",
            id,
            "declare-source",
            Map.of("kind", "lottery", "name", "双色球", "issue", "2026135", "count", 7))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.sources[0].round").value(1))
        .andExpect(jsonPath("$.allowedCommands", not(hasItems("public-value"))));
  }

  @Test
  @Clause("ZB-9")
  void a_signature_on_glass_stands_in_the_printed_record() throws Exception {
    UUID id = drawnTargets();
    assertThat(pictures(id)).isZero();
    var file = new MockMultipartFile("file", "s.png", "image/png", SignatureTest.stroke(600, 200));
    web.perform(
            multipart("/api/draws/" + id + "/sign")
                .file(file)
                .param("party", "w1")
                .with(by("officer"))
                .with(csrf())
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"" + seen(id).version() + "\""))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.parties[1].signed").value(true))
        .andExpect(jsonPath("$.parties[0].signed").value(false))
        .andExpect(jsonPath("$.attachments[0].kind").value("signature"));
    assertThat(pictures(id)).isEqualTo(1);
  }

  /** Pictures in the printed record sheet. */
  private int pictures(UUID id) throws Exception {
    byte[] pdf =
        web.perform(get("/api/draws/" + id + "/record.pdf").with(by("officer")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    int found = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          found += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
    }
    return found;
  }
}
