package cn.sunlot;

import cn.sunlot.schema.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What tests set differently: a fresh database, folders to throw away, a clock that can be set. */
@TestConfiguration(proxyBeanMethods = false)
class PlatformTestConfiguration {

  @Bean
  @Primary
  SettableClock settableClock() {
    return new SettableClock();
  }

  @Bean
  TestDatabase testDatabase() {
    return TestDatabase.create();
  }

  @Bean
  DynamicPropertyRegistrar properties(TestDatabase database) throws IOException {
    var folder = Files.createTempDirectory("sunlot-test-");
    folder.toFile().deleteOnExit();
    return registry -> {
      registry.add("spring.datasource.url", () -> database.platform().url());
      registry.add("spring.datasource.username", () -> database.platform().user());
      registry.add("spring.datasource.password", () -> database.platform().password());
      registry.add("sunlot.files", () -> folder.resolve("files").toString());
      registry.add("sunlot.keys", () -> folder.resolve("keys").toString());
    };
  }
}
