package cn.sunlot.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.kernel.files.DamagedFile;
import cn.sunlot.law.Clause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** Photos and recordings of visits lie sealed, and an answer with half of one never looks whole. */
class EvidenceAtRestTest extends StoryTest {

  private static final int CHUNK = 1 << 16;

  @Autowired private MockMvc web;

  @Value("${sunlot.files}")
  private Path folder;

  private byte[] photo;
  private String path;
  private Path file;

  @BeforeEach
  void addPhoto() throws Exception {
    photo = new byte[3 * CHUNK + 10];
    new Random(7).nextBytes(photo);
    System.arraycopy(Chain.JPEG, 0, photo, 0, Chain.JPEG.length);
    String record =
        "/api/visits/"
            + chain.visits(bureau, runningTask()).get(0).get("id").asString()
            + "/record";
    JsonNode added =
        chain.ok(
            chain
                .api()
                .upload(
                    bureau,
                    "inspector",
                    record + "/evidence?kind=photo&caption=门头",
                    null,
                    new MockMultipartFile("file", "门头.jpg", "image/jpeg", photo)));
    path = record + "/evidence/" + added.at("/evidence/0/id").asString();
    String sha256 = added.at("/evidence/0/sha256").asString();
    Path place = folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    assertThat(place.resolve(sha256)).doesNotExist();
    file = place.resolve(sha256 + ".sealed");
  }

  private MockHttpServletRequestBuilder asked() {
    return get(path)
        .with(
            authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                    bureau.signedIn("inspector"), null, AuthorityUtils.NO_AUTHORITIES)));
  }

  private void flip(int at) throws Exception {
    byte[] sealed = Files.readAllBytes(file);
    sealed[at] ^= 1;
    Files.write(file, sealed);
  }

  @Test
  @Clause("PDS-25")
  void a_photo_lies_sealed_and_is_shown_as_it_was_taken() throws Exception {
    assertThat(Files.readString(file, ISO_8859_1))
        .startsWith("SUNLOT")
        .doesNotContain(new String(Chain.JPEG, ISO_8859_1));
    web.perform(asked())
        .andExpect(status().isOk())
        .andExpect(header().longValue("Content-Length", photo.length))
        .andExpect(header().string("Content-Type", "image/jpeg"))
        .andExpect(content().bytes(photo));
  }

  @Test
  void a_part_of_a_recording_is_given_where_a_player_asks_for_one() throws Exception {
    int from = 2 * CHUNK - 3;
    web.perform(asked().header("Range", "bytes=" + from + "-" + (from + 9)))
        .andExpect(status().isPartialContent())
        .andExpect(content().bytes(Arrays.copyOfRange(photo, from, from + 10)));
  }

  @Test
  void a_file_that_was_cut_or_has_a_wrong_end_is_refused_before_a_byte_is_sent() throws Exception {
    byte[] right = Files.readAllBytes(file);
    flip(right.length - 1);
    web.perform(asked())
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:kernel.unexpected"));
    Files.write(file, Arrays.copyOf(right, right.length - CHUNK));
    web.perform(asked()).andExpect(status().isInternalServerError());
  }

  @Test
  void an_answer_that_has_begun_is_broken_off_where_the_damage_is() throws Exception {
    flip(2 * CHUNK);
    assertThatThrownBy(() -> web.perform(asked()))
        .as("the server ends the connection instead of filling it up")
        .isInstanceOf(DamagedFile.class);
  }
}
