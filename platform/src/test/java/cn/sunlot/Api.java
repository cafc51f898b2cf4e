package cn.sunlot;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Requests as a person of a bureau sends them: session, CSRF token, idempotency key, version. */
@Component
public class Api {

  private final MockMvc web;
  private final ObjectMapper json;

  Api(MockMvc web, ObjectMapper json) {
    this.web = web;
    this.json = json;
  }

  public ResultActions read(Bureau bureau, String who, String path, Object... variables)
      throws Exception {
    return web.perform(get(path, variables).with(session(bureau, who)));
  }

  /** The same in another language than Chinese. */
  public ResultActions readIn(String language, Bureau bureau, String who, String path)
      throws Exception {
    return web.perform(get(path).with(session(bureau, who)).header("Accept-Language", language));
  }

  /** A command with a key of its own. */
  public ResultActions send(
      Bureau bureau, String who, String path, @Nullable Integer seen, @Nullable Object body)
      throws Exception {
    return send(bureau, who, path, seen, body, UUID.randomUUID());
  }

  /**
   * A command.
   *
   * @param seen the version in If-Match, or null for none
   * @param key the idempotency key
   */
  public ResultActions send(
      Bureau bureau,
      String who,
      String path,
      @Nullable Integer seen,
      @Nullable Object body,
      UUID key)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post(path).with(session(bureau, who)).with(csrf()).header("Idempotency-Key", key);
    if (seen != null) {
      request.header("If-Match", "\"" + seen + "\"");
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body));
    }
    return web.perform(request);
  }

  /** An upload, with a key of its own. */
  public ResultActions upload(
      Bureau bureau, String who, String path, @Nullable Integer seen, MockMultipartFile file)
      throws Exception {
    var request =
        multipart(path)
            .file(file)
            .with(session(bureau, who))
            .with(csrf())
            .header("Idempotency-Key", UUID.randomUUID());
    if (seen != null) {
      request.header("If-Match", "\"" + seen + "\"");
    }
    return web.perform(request);
  }

  /** The body of a response. */
  public JsonNode body(ResultActions result) throws Exception {
    return json.readTree(result.andReturn().getResponse().getContentAsByteArray());
  }

  private static RequestPostProcessor session(Bureau bureau, String who) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            bureau.signedIn(who), null, AuthorityUtils.NO_AUTHORITIES));
  }
}
