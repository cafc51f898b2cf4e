package cn.sunlot.app;

import cn.sunlot.SunlotPlatform;
import cn.sunlot.portal.SunlotPortal;
import cn.sunlot.schema.AppRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;

/** The parts that serve requests, each a Spring context with a web server of its own. */
final class Parts {

  private static final List<String> COMMON =
      List.of(
          "--logging.level.root=WARN",
          // That a part did not start is told once, in a sentence, by whoever started it.
          "--logging.level.org.springframework.boot.web.server.servlet.context=ERROR",
          "--logging.level.org.apache.catalina.loader=ERROR",
          "--logging.level.cn.sunlot=INFO");

  private Parts() {}

  /** The back office. */
  static ConfigurableApplicationContext platform(
      Settings settings, DataFolder folder, DatabaseStart database) {
    List<String> properties = new ArrayList<>(COMMON);
    properties.add("--spring.config.name=application");
    properties.add("--server.port=" + settings.platformPort());
    properties.add("--sunlot.demo=" + settings.demo());
    // Where links for witnesses lead to on this host, unless an address of the public site was set.
    properties.add(
        "--sunlot.public-port=" + (settings.mode().portal() ? settings.portalPort() : 0));
    properties.add("--sunlot.files=" + folder.files());
    properties.add("--sunlot.keys=" + folder.keys());
    properties.add("--sunlot.index=" + folder.index());
    return run(SunlotPlatform.class, properties, database.settings(AppRole.PLATFORM));
  }

  /** The public site. */
  static ConfigurableApplicationContext portal(Settings settings, DatabaseStart database) {
    List<String> properties = new ArrayList<>(COMMON);
    properties.add("--spring.config.name=" + SunlotPortal.CONFIG_NAME);
    properties.add("--server.port=" + settings.portalPort());
    properties.add("--sunlot.demo=" + settings.demo());
    return run(SunlotPortal.class, properties, database.settings(AppRole.PORTAL));
  }

  static int port(ConfigurableApplicationContext part) {
    return Objects.requireNonNull(((WebServerApplicationContext) part).getWebServer()).getPort();
  }

  private static ConfigurableApplicationContext run(
      Class<?> part, List<String> properties, PropertySource<?> login) {
    SpringApplication application = new SpringApplication(part);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    // Before all others: nothing in the environment overrides the login, or the two parts could end
    // up with each other's.
    application.addInitializers(
        context -> context.getEnvironment().getPropertySources().addFirst(login));
    // The order of the end is ours: both parts, then the database under them.
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    try {
      return application.run(properties.toArray(String[]::new));
    } catch (RuntimeException e) {
      throw ToldReporter.find(e).orElse(e);
    }
  }
}
