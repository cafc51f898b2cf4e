package cn.sunlot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.audit.PublicLog;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** All that stays of a draw: in one archive, and checked in one place. */
class DrawArchiveTest extends DrawTest {

  private static final byte[] WEBM = HexFormat.of().parseHex("1a45dfa3a34286810142f7810142f281");

  @Autowired private MockMvc web;
  @Autowired private PublicLog log;

  private RequestPostProcessor by(String who) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            bureau.signedIn(who), null, AuthorityUtils.NO_AUTHORITIES));
  }

  private Map<String, byte[]> archive(UUID id) throws Exception {
    var answer =
        web.perform(get("/api/draws/" + id + "/archive").param("lang", "zh").with(by("officer")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse();
    assertThat(answer.getContentType()).isEqualTo("application/zip");
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(
            new ByteArrayInputStream(answer.getContentAsByteArray()), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] of(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  @Clause("ZB-9")
  void record_sheet_transcript_pictures_and_films_come_together_with_the_hash_of_each()
      throws Exception {
    UUID id = drawnTargets();
    attach(id, "photo", "../现场.jpg", JPEG);
    attach(id, "video", "全程.webm", WEBM);
    attach(id, "record-sheet", "签字.pdf", PDF);
    Map<String, byte[]> files = archive(id);
    String number = draw(id).number();
    String transcript = draw(id).drawId() + ".zip";
    assertThat(files)
        .containsOnlyKeys(
            number + " 抽取记录表.pdf",
            transcript,
            "01 照片 .._现场.jpg",
            "02 视频 全程.webm",
            "03 签字的记录表 签字.pdf",
            "SHA256SUMS");
    StringBuilder sums = new StringBuilder();
    for (var file : files.entrySet()) {
      if (!file.getKey().equals("SHA256SUMS")) {
        sums.append(sha256(file.getValue())).append("  ").append(file.getKey()).append('\n');
      }
    }
    assertThat(new String(of(files, "SHA256SUMS"), StandardCharsets.UTF_8))
        .isEqualTo(sums.toString());
    Path zip = Files.write(folder.resolve("t.zip"), of(files, transcript));
    assertThat(Verifier.of(Suites.sha256()).verify(zip).accepted()).isTrue();
    try (PDDocument sheet = Loader.loadPDF(of(files, number + " 抽取记录表.pdf"))) {
      String text = new PDFTextStripper().getText(sheet).replaceAll("\\s", "");
      assertThat(text).contains(transcript, sha256(of(files, transcript)));
    }
  }

  @Test
  void a_film_is_known_by_its_content_and_its_hash_stands_in_the_log() throws Exception {
    UUID id = drawnTargets();
    refused(
        KernelProblem.UPLOAD_TYPE,
        () -> attach(id, "video", "film.mp4", "no film".getBytes(StandardCharsets.US_ASCII)));
    attach(id, "video", "film.mp4", WEBM);
    String payload =
        SystemWork.run(
            () ->
                Objects.requireNonNull(
                    transaction.execute(
                        s ->
                            database
                                .fetchSingle(
                                    "select convert_from(payload, 'UTF8') from audit.entry where ref = ?"
                                        + " and type = 'draw-attached'",
                                    draw(id).drawId())
                                .get(0, String.class))));
    assertThat(payload).contains(sha256(WEBM), "video/webm");
  }

  @Test
  void an_archive_that_would_lack_a_file_is_not_sent_at_all() throws Exception {
    UUID id = drawnTargets();
    attach(id, "photo", "现场.jpg", JPEG);
    asSuperuser(
        "SET session_replication_role = replica; UPDATE drawing.attachment SET sha256 ="
            + " repeat('0', 64) WHERE draw_id = '"
            + id
            + "'");
    String sent =
        web.perform(get("/api/draws/" + id + "/archive").with(by("officer")))
            .andExpect(status().isInternalServerError())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.ISO_8859_1);
    assertThat(sent).startsWith("{").doesNotContain("SHA256SUMS");
  }

  @Test
  void nothing_is_archived_before_the_commitment() throws Exception {
    UUID id = prepareTargets();
    web.perform(get("/api/draws/" + id + "/archive").with(by("officer")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:drawing.record-sheet-too-early"));
  }

  @Test
  void the_check_looks_at_the_whole_log_and_speaks_as_the_command_line_does() throws Exception {
    UUID id = drawnTargets();
    String ref = draw(id).drawId();
    SystemWork.run(() -> transaction.execute(t -> log.cover(ref, 0)));
    web.perform(
            get("/api/draws/" + id + "/check").with(by("officer")).header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.right").value(true))
        .andExpect(jsonPath("$.verdict.checks.length()").value(14))
        .andExpect(jsonPath("$.verdict.checks[5].number").value("V6"))
        .andExpect(jsonPath("$.verdict.checks[5].status").value("passed"))
        .andExpect(jsonPath("$.verdict.checks[6].status").value("passed"))
        .andExpect(jsonPath("$.verdict.checks[10].status").value("passed"))
        .andExpect(jsonPath("$.verdict.checks[12].status").value("passed"))
        .andExpect(jsonPath("$.verdict.checks[13].status").value("passed"))
        .andExpect(
            jsonPath("$.verdict.warnings[0]")
                .value("no independent supervisor keeps the chain secret"));
  }

  @Test
  void each_step_says_where_it_stands_in_the_log_and_they_follow_its_order() throws Exception {
    UUID id = drawnTargets();
    String ref = draw(id).drawId();
    SystemWork.run(() -> transaction.execute(t -> log.cover(ref, 0)));
    web.perform(get("/api/draws/" + id).with(by("officer")))
        .andExpect(jsonPath("$.steps[?(@.type == 'draw-committed')].seq").isNotEmpty())
        .andExpect(jsonPath("$.steps[?(@.type == 'draw-opened')].seq").isNotEmpty())
        .andExpect(
            jsonPath("$.steps[?(@.type == 'draw-revealed' && @.what == 'w1')].seq").isNotEmpty())
        .andExpect(
            jsonPath("$.steps[*].type")
                .value(
                    contains(
                        "draw-prepared",
                        "draw-committed",
                        "draw-revealed",
                        "draw-revealed",
                        "draw-opened",
                        "draw-drawn")));
  }
}
