package cn.sunlot.bench;

import cn.sunlot.SunlotPlatform;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.schema.AppLogins;
import cn.sunlot.schema.AppRole;
import cn.sunlot.schema.EmbeddedDatabase;
import cn.sunlot.schema.Login;
import cn.sunlot.schema.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.util.FileSystemUtils;

/** The platform in this process, on a durable database of its own, as it serves requests. */
record PlatformUnderTest(
    ConfigurableApplicationContext context,
    Login owner,
    Login login,
    Path folder,
    AutoCloseable database)
    implements AutoCloseable {

  /**
   * Starts it; closed at the latest when the process ends.
   *
   * @param name of its folder
   * @param settings more of them, as on a command line
   */
  static PlatformUnderTest start(
      String name,
      ApplicationContextInitializer<ConfigurableApplicationContext> initializer,
      String... settings)
      throws Exception {
    Path folder = Files.createTempDirectory("sunlot-bench-" + name + "-");
    EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  database.close();
                  FileSystemUtils.deleteRecursively(folder.toFile());
                }));
    Migrations.migrate(database.owner());
    Login login = AppLogins.generated(database.owner(), AppRole.PLATFORM, database.passwords());
    return new PlatformUnderTest(
        run(login, folder, initializer, settings), database.owner(), login, folder, database);
  }

  /**
   * Starts it on a database that outlives it.
   *
   * @param owner of the tables
   * @param folder with its files and keys
   */
  static PlatformUnderTest startOn(Login owner, Login login, Path folder, String... settings) {
    return new PlatformUnderTest(
        run(login, folder, c -> {}, settings), owner, login, folder, () -> {});
  }

  private static ConfigurableApplicationContext run(
      Login login,
      Path folder,
      ApplicationContextInitializer<ConfigurableApplicationContext> initializer,
      String... settings) {
    SpringApplication application = new SpringApplication(SunlotPlatform.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(initializer);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + login.url(),
                "--spring.datasource.username=" + login.user(),
                "--spring.datasource.password=" + login.password(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--sunlot.files=" + folder.resolve("files"),
                "--sunlot.keys=" + folder.resolve("keys"),
                "--logging.level.root=OFF"));
    arguments.addAll(List.of(settings));
    return application.run(arguments.toArray(String[]::new));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** What this thread does from now on, this person does. */
  static void signIn(SignedIn person) {
    SecurityContextHolder.getContext()
        .setAuthentication(new PreAuthenticatedAuthenticationToken(person, "", List.of()));
  }

  /**
   * As PostgreSQL does by itself within minutes: plans that it makes for an empty registry, and
   * keeps meanwhile, are not what a registry is worked with.
   */
  void learnSizes() throws SQLException {
    asOwner("VACUUM (ANALYZE) registry.target");
  }

  /** Does something with the rights of the owner of the tables. */
  void asOwner(String sql) throws SQLException {
    try (var connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws Exception {
    context.close();
    database.close();
  }
}
