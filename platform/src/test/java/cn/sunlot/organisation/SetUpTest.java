package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.PlatformTest;
import cn.sunlot.organisation.usecase.SetUpCode;
import cn.sunlot.schema.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

/** On a database of its own, since it is about an empty one. */
@PlatformTest
@TestPropertySource(properties = "spring.application.name=set-up")
class SetUpTest {

  private static final String PASSWORD = "three unrelated words";

  @Autowired private MockMvc web;
  @Autowired private ObjectMapper json;
  @Autowired private SetUpCode code;
  @Autowired private TestDatabase database;

  @Test
  void the_code_of_the_start_makes_authority_and_three_administrators_once() throws Exception {
    String right = code.find().orElseThrow();
    web.perform(get("/api/setup"))
        .andExpect(jsonPath("$.needed").value(true))
        .andExpect(jsonPath("$.profiles[?(@.id=='shaoxing')].draft").value(true))
        .andExpect(
            jsonPath("$.profiles[?(@.id=='rushan')].title").value(contains(containsString("乳山市"))));
    setUp("AAAA-BBBB-CCCC-DDDD-EEEE", "sysadmin", PASSWORD)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.setup-code-wrong"));
    assertThat(entries("set-up-refused")).isEqualTo(1);

    setUp(right, "sysadmin", "too short").andExpect(status().isUnprocessableContent());
    setUp(right, "sysadmin", PASSWORD, "zibo")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.profile-not-there"))
        .andExpect(jsonPath("$.now").value(containsString("base、")))
        .andExpect(jsonPath("$.now").value(containsString("zibo_miit")));
    setUp(right, "sysadmin", PASSWORD, "shaoxing")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.profile-is-draft"))
        .andExpect(jsonPath("$.now").value(containsString("征求意见稿")));
    setUp(right, "secadmin", PASSWORD)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.login-taken"));
    assertThat(code.find()).as("what was refused has left nothing").contains(right);

    setUp(right.toLowerCase(java.util.Locale.ROOT).replace("-", " "), "sysadmin", PASSWORD)
        .andExpect(status().isNoContent());
    assertThat(entries("set-up")).isEqualTo(1);
    assertThat(code.find()).isEmpty();
    web.perform(get("/api/setup"))
        .andExpect(jsonPath("$.needed").value(false))
        .andExpect(jsonPath("$.profiles").isEmpty());
    setUp(right, "another", PASSWORD)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.already-set-up"));

    Api.signIn(web, json, "secadmin", PASSWORD)
        .read("/api/people")
        .andExpect(jsonPath("$.total").value(3));
  }

  private ResultActions setUp(String givenCode, String login, String password) throws Exception {
    return setUp(givenCode, login, password, "zibo_miit");
  }

  private ResultActions setUp(String givenCode, String login, String password, String profileId)
      throws Exception {
    return web.perform(
        post("/api/setup")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                json.writeValueAsBytes(
                    Map.of(
                        "code",
                        givenCode,
                        "authority",
                        Map.of(
                            "name", "某市工业和信息化局",
                            "kind", "bureau",
                            "region", "370300",
                            "profileId", profileId),
                        "systemAdministrator",
                        administrator("系统管理员", login, password),
                        "securityAdministrator",
                        administrator("安全管理员", "secadmin", PASSWORD),
                        "auditAdministrator",
                        administrator("审计管理员", "auditadmin", PASSWORD)))));
  }

  private static Map<String, String> administrator(String name, String login, String password) {
    return Map.of("name", name, "login", login, "password", password);
  }

  private int entries(String type) throws SQLException {
    try (var connection = database.owner().connect();
        var statement =
            connection.prepareStatement("SELECT count(*) FROM audit.entry WHERE type = ?")) {
      statement.setString(1, type);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
