package cn.sunlot.app;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** What Spring Boot makes of the jar by itself, up to the web server; then it ends. */
@SpringBootConfiguration
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration"
    })
public class BareSpring {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(BareSpring.class);
    application.setDefaultProperties(
        java.util.Map.of("server.port", "0", "logging.level.root", "WARN"));
    SpringApplication.exit(application.run(List.<String>of().toArray(String[]::new)));
  }
}
