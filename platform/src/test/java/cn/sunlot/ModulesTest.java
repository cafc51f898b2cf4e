package cn.sunlot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void a_module_uses_only_the_faces_of_modules_below_it_that_it_names() {
    // Libraries in Maven modules of their own are fenced by the compiler: they know no module here.
    var libraries =
        resideInAnyPackage(
            "cn.sunlot.draw..",
            "cn.sunlot.translog..",
            "cn.sunlot.drawlog..",
            "cn.sunlot.screen..",
            "cn.sunlot.sheets..");
    ApplicationModules.of(SunlotPlatform.class, libraries).verify();
  }
}
