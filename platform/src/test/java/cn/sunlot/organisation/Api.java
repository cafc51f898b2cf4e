package cn.sunlot.organisation;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.kernel.Ids;
import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

/** Requests of one signed-in person, as a browser sends them. */
record Api(MockMvc web, ObjectMapper json, MockHttpSession session) {

  static Api signIn(MockMvc web, ObjectMapper json, String login, String password)
      throws Exception {
    var result =
        web.perform(
                post("/api/session")
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json.writeValueAsBytes(Map.of("login", login, "password", password))))
            .andExpect(status().isOk())
            .andReturn();
    return new Api(
        web, json, (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false)));
  }

  ResultActions read(String path) throws Exception {
    return web.perform(get(path).session(session));
  }

  ResultActions send(String path, Map<String, ?> body) throws Exception {
    return send(path, 0, body);
  }

  ResultActions send(String path, int version, Map<String, ?> body) throws Exception {
    return web.perform(
        post(path)
            .session(session)
            .with(csrf())
            .header("Idempotency-Key", Ids.next().toString())
            .header("If-Match", "\"" + version + "\"")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(body)));
  }

  static <T> T value(ResultActions answer, String path) throws Exception {
    return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path);
  }
}
