package cn.sunlot.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a department sends in is its own; a superior of its line looks at it. */
@PlatformTest
class ImportsOfDepartmentsTest {

  private static final String FILE =
      "名称,统一社会信用代码,联系方式,行政区划代码\n测试公司,91370303MA3C4D5E6E,13355512378,370303\n";

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private City.Factory cities;
  @Autowired private Importing importing;

  @Test
  @Clause({"PDS-25", "ZB-20"})
  void an_import_of_one_department_is_not_there_for_another() throws Exception {
    City city = cities.create("zibo_miit", List.of());
    Bureau market = bureaus.in(city, "market");
    Bureau emergency = bureaus.in(city, "emergency");
    Import sent = importing.uploaded(market, "targets", FILE.getBytes(UTF_8));
    String path = "/api/imports/" + sent.id();
    api.read(market, "officer", path).andExpect(status().isOk());
    api.read(market, "officer", "/api/imports").andExpect(jsonPath("$.total").value(1));
    api.read(emergency, "officer", path).andExpect(status().isNotFound());
    api.read(emergency, "officer", "/api/imports").andExpect(jsonPath("$.total").value(0));
    Map<String, Object> mapping = Map.of("mapping", Map.of("unit-id", "统一社会信用代码", "name", "名称"));
    api.send(emergency, "officer", path + "/start", 1, mapping).andExpect(status().isNotFound());
    api.send(emergency, "officer", path + "/cancel", 1, Map.of()).andExpect(status().isNotFound());
  }

  @Test
  void a_preview_shows_its_sender_what_the_file_has_of_a_sealed_field() throws Exception {
    Bureau bureau = bureaus.create("zibo_miit");
    Import sent = importing.uploaded(bureau, "targets", FILE.getBytes(UTF_8));
    var preview = importing.preview(bureau, sent);
    assertThat(preview.rows().get(0).values()).containsEntry("contact", "13355512378");
  }
}
