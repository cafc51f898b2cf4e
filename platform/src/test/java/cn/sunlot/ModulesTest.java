package cn.sunlot;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void a_module_uses_only_the_faces_of_modules_below_it_that_it_names() {
    ApplicationModules.of(SunlotPlatform.class).verify();
  }
}
