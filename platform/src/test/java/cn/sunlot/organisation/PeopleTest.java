package cn.sunlot.organisation;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

@PlatformTest
class PeopleTest {

  private static final String FIRST = "first pass phrase";

  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private ObjectMapper json;

  private Bureau bureau;
  private Api system;
  private Api security;

  @BeforeEach
  void signInAdministrators() throws Exception {
    bureau = bureaus.create("zibo_miit");
    system = as("sysadmin");
    security = as("secadmin");
  }

  private Api as(String who) throws Exception {
    return Api.signIn(web, json, bureau.person(who).login(), Bureau.PASSWORD);
  }

  private String login() {
    return "new-" + bureau.authorityId().toString().substring(24);
  }

  private String addPerson() throws Exception {
    var answer =
        system
            .send(
                "/api/people",
                Map.of(
                    "name",
                    "新人",
                    "login",
                    login(),
                    "departmentId",
                    bureau.section("节能科").id(),
                    "password",
                    FIRST))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.roles").isEmpty());
    return Api.value(answer, "$.id");
  }

  @Test
  void an_account_is_opened_by_one_administrator_and_gets_its_roles_from_another()
      throws Exception {
    String id = addPerson();
    Api person = Api.signIn(web, json, login(), FIRST);
    person.read("/api/people").andExpect(status().isForbidden());

    system
        .send("/api/people/" + id + "/assign-roles", 1, Map.of("roles", List.of("auditor")))
        .andExpect(status().isForbidden());
    security
        .send("/api/people/" + id + "/assign-roles", 1, Map.of("roles", List.of("auditor")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.roles[0]").value("auditor"));

    person.read("/api/session").andExpect(status().isUnauthorized());
    Api.signIn(web, json, login(), FIRST)
        .read("/api/session")
        .andExpect(jsonPath("$.permissions", hasItem("AUDIT_VIEW")));
  }

  @Test
  void administrators_roles_exclude_each_other_and_the_refusal_names_them() throws Exception {
    String id = addPerson();
    security
        .send(
            "/api/people/" + id + "/assign-roles",
            1,
            Map.of("roles", List.of("system-administrator", "audit-administrator")))
        .andExpect(status().isConflict())
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:organisation.roles-exclude-each-other"))
        .andExpect(jsonPath("$.detail").value("“系统管理员”与“审计管理员”不能由同一人担任。"));
    security.read("/api/people/" + id).andExpect(jsonPath("$.roles").isEmpty());
  }

  @Test
  void nobody_gives_roles_to_themselves_and_the_last_administrator_stays() throws Exception {
    var self = bureau.person("secadmin").id();
    security
        .send("/api/people/" + self + "/assign-roles", 1, Map.of("roles", List.of("auditor")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.not-oneself"));
    system
        .send(
            "/api/people/" + self + "/change",
            1,
            Map.of(
                "name",
                "安全管理员",
                "departmentId",
                bureau.person("secadmin").departmentId(),
                "active",
                false))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("这样改动后，本单位将没有可用的“安全管理员”。"));
    security.read("/api/people/" + self).andExpect(jsonPath("$.active").value(true));
  }

  @Test
  void a_switched_off_account_loses_its_open_session_at_once() throws Exception {
    Api officer = as("officer");
    var person = bureau.person("officer");
    officer.read("/api/session").andExpect(status().isOk());
    system
        .send(
            "/api/people/" + person.id() + "/change",
            1,
            Map.of("name", person.name(), "departmentId", person.departmentId(), "active", false))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(2));
    officer.read("/api/session").andExpect(status().isUnauthorized());
  }

  @Test
  void a_reset_password_ends_sessions_and_the_old_one_opens_nothing() throws Exception {
    Api officer = as("officer");
    var id = bureau.person("officer").id();
    security
        .send("/api/people/" + id + "/reset-password", 1, Map.of("password", "short"))
        .andExpect(status().isUnprocessableContent());
    security
        .send("/api/people/" + id + "/reset-password", 1, Map.of("password", FIRST))
        .andExpect(status().isOk());
    officer.read("/api/session").andExpect(status().isUnauthorized());
    Api.signIn(web, json, bureau.person("officer").login(), FIRST);
  }

  @Test
  void after_a_reset_nothing_is_open_before_the_person_has_changed_the_password() throws Exception {
    var officer = bureau.person("officer");
    security.send("/api/people/" + officer.id() + "/reset-password", 1, Map.of("password", FIRST));
    Api due = Api.signIn(web, json, officer.login(), FIRST);
    due.read("/api/session")
        .andExpect(jsonPath("$.passwordDue").value(true))
        .andExpect(jsonPath("$.permissions[0]").value("PASSWORD_DUE"))
        .andExpect(jsonPath("$.permissions.length()").value(1));
    for (String path : List.of("/api/todo", "/api/items", "/api/departments/names")) {
      due.read(path)
          .andExpect(status().isForbidden())
          .andExpect(jsonPath("$.type").value("urn:sunlot:problem:kernel.password-due"))
          .andExpect(jsonPath("$.now").isNotEmpty());
    }
    due.send("/api/departments", Map.of("name", "x")).andExpect(status().isForbidden());
    String own = "three other unrelated words";
    due.send("/api/session/password", Map.of("oldPassword", FIRST, "newPassword", own))
        .andExpect(status().isNoContent());
    Api open = Api.signIn(web, json, officer.login(), own);
    open.read("/api/session").andExpect(jsonPath("$.passwordDue").value(false));
    open.read("/api/items").andExpect(status().isOk());
  }

  @Test
  void everybody_reads_the_names_of_the_departments_of_the_own_bureau_and_no_more()
      throws Exception {
    as("officer").read("/api/departments").andExpect(status().isForbidden());
    as("officer")
        .read("/api/departments/names")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(5))
        .andExpect(jsonPath("$[0].name").value("局机关"))
        .andExpect(jsonPath("$[0].functions").doesNotExist());
  }

  @Test
  void the_own_password_is_changed_with_the_old_one_only() throws Exception {
    Api officer = as("officer");
    officer
        .send(
            "/api/session/password",
            Map.of("oldPassword", "a wrong one here", "newPassword", FIRST))
        .andExpect(status().isUnprocessableContent());
    officer
        .send(
            "/api/session/password",
            Map.of("oldPassword", Bureau.PASSWORD, "newPassword", "aaaaaaaaaaaaaa"))
        .andExpect(status().isUnprocessableContent());
    officer
        .send("/api/session/password", Map.of("oldPassword", Bureau.PASSWORD, "newPassword", FIRST))
        .andExpect(status().isNoContent());
    Api.signIn(web, json, bureau.person("officer").login(), FIRST);
  }

  @Test
  void a_login_belongs_to_one_person() throws Exception {
    addPerson();
    system
        .send(
            "/api/people",
            Map.of(
                "name",
                "另一人",
                "login",
                login(),
                "departmentId",
                bureau.section("节能科").id(),
                "password",
                FIRST))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.login-taken"));
  }

  @Test
  void people_of_other_authorities_are_neither_seen_nor_changed() throws Exception {
    Bureau other = bureaus.create("zibo_miit");
    var stranger = other.person("officer");
    system.read("/api/people/" + stranger.id()).andExpect(status().isNotFound());
    system
        .send(
            "/api/people/" + stranger.id() + "/change",
            1,
            Map.of("name", "改名", "departmentId", bureau.section("节能科").id(), "active", false))
        .andExpect(status().isNotFound());
    system
        .send(
            "/api/people",
            Map.of(
                "name",
                "新人",
                "login",
                login(),
                "departmentId",
                other.section("节能科").id(),
                "password",
                FIRST))
        .andExpect(status().isNotFound());
  }

  @Test
  void a_change_seen_too_late_is_a_clash() throws Exception {
    String id = addPerson();
    var body = Map.of("roles", List.of("inspector"));
    security.send("/api/people/" + id + "/assign-roles", 1, body).andExpect(status().isOk());
    security
        .send("/api/people/" + id + "/assign-roles", 1, body)
        .andExpect(status().isPreconditionFailed());
  }

  @Test
  void people_are_found_by_name_department_and_role() throws Exception {
    var section = bureau.section("节能科").id();
    system
        .read("/api/people?departmentId=" + section + "&role=inspector")
        .andExpect(jsonPath("$.total").value(2));
    system.read("/api/people?q=测试princ").andExpect(jsonPath("$.total").value(1));
    system
        .read("/api/people?role=section-head&active=false")
        .andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void departments_are_added_and_renamed_but_not_to_a_name_that_is_taken() throws Exception {
    var root = bureau.person("principal").departmentId();
    var added =
        system
            .send(
                "/api/departments",
                Map.of("name", "原材料产业科", "parentId", root, "functions", List.of(), "sort", 9))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.kind").value("section"));
    String id = Api.value(added, "$.id");
    system
        .send(
            "/api/departments/" + id + "/change",
            1,
            Map.of("name", "法规科", "functions", List.of(), "sort", 9))
        .andExpect(status().isConflict());
    system
        .send(
            "/api/departments/" + id + "/change",
            1,
            Map.of("name", "原材料科", "functions", List.of("materials"), "sort", 9))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(2));
  }
}
