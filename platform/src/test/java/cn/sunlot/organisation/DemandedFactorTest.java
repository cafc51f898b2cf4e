package cn.sunlot.organisation;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.organisation.usecase.AppCodes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

/** An installation that asks administrators for a second step. */
@PlatformTest
@TestPropertySource(properties = "sunlot.second-factor=administrators")
class DemandedFactorTest {

  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private ObjectMapper json;

  @Test
  void nothing_is_open_to_an_administrator_before_it_is_set_up_and_it_cannot_be_taken_away()
      throws Exception {
    Bureau bureau = bureaus.create("zibo_miit");
    Api.signIn(web, json, bureau.person("officer").login(), Bureau.PASSWORD)
        .read("/api/targets")
        .andExpect(status().isOk());
    Api security = Api.signIn(web, json, bureau.person("secadmin").login(), Bureau.PASSWORD);
    security
        .read("/api/people")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:kernel.second-factor-due"))
        .andExpect(jsonPath("$.title").value("请先开启两步验证"));
    security
        .read("/api/session")
        .andExpect(jsonPath("$.secondFactorDue").value(true))
        .andExpect(jsonPath("$.permissions[0]").value("SECOND_FACTOR_DUE"));
    String own = "/api/session/second-factor";
    security.read(own).andExpect(jsonPath("$.demanded").value(true));
    String secret = Api.value(security.send(own + "/begin", Map.of()), "$.secret");
    String code = new AppCodes().code(secret, clock.instant().getEpochSecond() / 30);
    security.send(own + "/remove", Map.of("code", code)).andExpect(status().isConflict());
    security.send(own + "/confirm", Map.of("code", code)).andExpect(status().isOk());
  }
}
