package cn.sunlot.portal;

import cn.sunlot.schema.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A database of its own with a sample in it, and a clock that stands. */
@TestConfiguration(proxyBeanMethods = false)
class PortalTestConfiguration {

  @Bean
  @Primary
  Clock standingClock() {
    return Clock.fixed(Instant.parse("2026-06-10T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  TestDatabase testDatabase() throws SQLException, IOException {
    TestDatabase database = TestDatabase.create();
    try (InputStream in = PortalTestConfiguration.class.getResourceAsStream("/sample.sql");
        var connection = database.platform().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      SampleLog.write(connection);
    }
    return database;
  }

  @Bean
  DynamicPropertyRegistrar properties(TestDatabase database) {
    return registry -> {
      registry.add("spring.datasource.url", () -> database.portal().url());
      registry.add("spring.datasource.username", () -> database.portal().user());
      registry.add("spring.datasource.password", () -> database.portal().password());
    };
  }
}
