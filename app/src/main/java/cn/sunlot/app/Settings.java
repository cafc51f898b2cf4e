package cn.sunlot.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator may set, all by environment variables but the mode.
 *
 * @param mode which parts run here
 * @param data {@code SUNLOT_DATA}: database, files, keys, passwords; default {@code ./data}
 * @param platformPort {@code SUNLOT_PORT}, default 8080
 * @param portalPort {@code SUNLOT_PORTAL_PORT}, default 8081
 * @param external the database of {@code SUNLOT_DB_URL}, or null for the embedded one
 * @param demo {@code SUNLOT_DEMO=true}: synthetic data, and a banner on every page
 */
record Settings(
    Mode mode,
    Path data,
    int platformPort,
    int portalPort,
    @Nullable External external,
    boolean demo) {

  /**
   * A user of the database and the password.
   *
   * @param user {@code SUNLOT_DB_…USER}
   * @param password {@code SUNLOT_DB_…PASSWORD}
   */
  record Account(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * An external PostgreSQL.
   *
   * @param url {@code SUNLOT_DB_URL}, JDBC
   * @param owner {@code SUNLOT_DB_USER}, {@code SUNLOT_DB_PASSWORD}: owns the schema
   * @param platform {@code SUNLOT_DB_PLATFORM_USER}, …: serves the back office; made when null
   * @param portal {@code SUNLOT_DB_PORTAL_USER}, …: serves the public site; made when null
   */
  record External(
      String url, @Nullable Account owner, @Nullable Account platform, @Nullable Account portal) {}

  /**
   * Reads arguments and environment.
   *
   * @throws StartProblem naming the setting, its value, and what is possible
   */
  static Settings read(List<String> arguments, Map<String, String> environment) {
    Mode mode = Mode.ALL;
    for (String argument : arguments) {
      if (!argument.startsWith("--mode=")) {
        throw new StartProblem(
            "'%s' is not understood. Usage: java -jar sunlot.jar [--mode=all|platform|portal]; everything else is set by environment variables (docs/operations.md)."
                .formatted(argument));
      }
      mode = Mode.parse(argument.substring("--mode=".length()));
    }
    Settings settings =
        new Settings(
            mode,
            Path.of(text(environment, "SUNLOT_DATA", "data")).toAbsolutePath().normalize(),
            port(environment, "SUNLOT_PORT", 8080),
            port(environment, "SUNLOT_PORTAL_PORT", 8081),
            external(environment),
            flag(environment, "SUNLOT_DEMO"));
    settings.check();
    return settings;
  }

  private void check() {
    if (mode == Mode.ALL && platformPort == portalPort && platformPort != 0) {
      throw new StartProblem(
          "SUNLOT_PORT and SUNLOT_PORTAL_PORT are both %d. The back office and the public site need a port each."
              .formatted(platformPort));
    }
    if (mode == Mode.PORTAL && (external == null || external.portal() == null)) {
      throw new StartProblem(
          "--mode=portal serves the public site from a database that another process keeps: set SUNLOT_DB_URL, SUNLOT_DB_PORTAL_USER and SUNLOT_DB_PORTAL_PASSWORD.");
    }
    if (mode.platform() && external != null && external.owner() == null) {
      throw new StartProblem(
          "SUNLOT_DB_URL is set, but not who owns the schema there: set SUNLOT_DB_USER and SUNLOT_DB_PASSWORD.");
    }
  }

  private static @Nullable External external(Map<String, String> environment) {
    String url = text(environment, "SUNLOT_DB_URL", "");
    Account owner = account(environment, "SUNLOT_DB");
    Account platform = account(environment, "SUNLOT_DB_PLATFORM");
    Account portal = account(environment, "SUNLOT_DB_PORTAL");
    if (url.isEmpty()) {
      if (owner != null || platform != null || portal != null) {
        throw new StartProblem(
            "A database user is set, but no SUNLOT_DB_URL. Set it, or unset the user to take the embedded database.");
      }
      return null;
    }
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new StartProblem(
          "SUNLOT_DB_URL=%s is no address of a PostgreSQL. Write jdbc:postgresql://host:5432/database."
              .formatted(url.replaceFirst("//[^/@]*@", "//…@")));
    }
    return new External(url, owner, platform, portal);
  }

  private static @Nullable Account account(Map<String, String> environment, String prefix) {
    String user = text(environment, prefix + "_USER", "");
    String password = environment.getOrDefault(prefix + "_PASSWORD", "");
    if (user.isEmpty() && password.isEmpty()) {
      return null;
    }
    if (user.isEmpty() || password.isEmpty()) {
      throw new StartProblem("%s_USER and %s_PASSWORD belong together.".formatted(prefix, prefix));
    }
    return new Account(user, password);
  }

  private static int port(Map<String, String> environment, String name, int normal) {
    String text = text(environment, name, Integer.toString(normal));
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new StartProblem("%s=%s is no port. Write a number up to 65535.".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  private static boolean flag(Map<String, String> environment, String name) {
    String text = text(environment, name, "false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new StartProblem("%s=%s: write true or false.".formatted(name, text));
    };
  }

  private static String text(Map<String, String> environment, String name, String normal) {
    String text = environment.getOrDefault(name, "").strip();
    return text.isEmpty() ? normal : text;
  }
}
