package cn.sunlot.organisation;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

/** Attempts to sign in with one account. */
record SignInAttempts(MockMvc web, ObjectMapper json, String login) {

  ResultActions with(String password) throws Exception {
    return web.perform(
        post("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(Map.of("login", login, "password", password))));
  }
}
