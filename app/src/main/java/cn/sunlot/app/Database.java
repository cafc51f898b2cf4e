package cn.sunlot.app;

import cn.sunlot.schema.AppLogins;
import cn.sunlot.schema.AppRole;
import cn.sunlot.schema.EmbeddedDatabase;
import cn.sunlot.schema.Login;
import cn.sunlot.schema.Migrations;
import cn.sunlot.schema.Passwords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The database of this process, brought up to date: its logins, and what is to be closed. */
final class Database implements AutoCloseable {

  /** The oldest PostgreSQL that the migrations are tested on. */
  static final int OLDEST = 15;

  private final @Nullable EmbeddedDatabase embedded;
  private final Map<AppRole, Login> logins;

  private Database(@Nullable EmbeddedDatabase embedded, Map<AppRole, Login> logins) {
    this.embedded = embedded;
    this.logins = logins;
  }

  /** Starts or reaches the database, migrates it, and makes the logins that are missing. */
  static Database open(Settings settings, DataFolder folder) {
    var external = settings.external();
    if (external != null) {
      return external(settings, external, folder);
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.start(folder.database());
    try {
      Login owner = embedded.owner();
      Migrations.migrate(owner);
      return new Database(embedded, generated(owner, embedded.passwords()));
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  /** How this part reaches the database. */
  Login login(AppRole role) {
    return Objects.requireNonNull(logins.get(role), role.name());
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }

  private static Database external(
      Settings settings, Settings.External external, DataFolder folder) {
    var portal = external.portal();
    if (settings.mode() == Mode.PORTAL) {
      // The public site alone holds no owner's password: the back office migrates.
      Login login = login(external.url(), Objects.requireNonNull(portal));
      demandVersion(login);
      return new Database(null, Map.of(AppRole.PORTAL, login));
    }
    Login owner = login(external.url(), Objects.requireNonNull(external.owner()));
    demandVersion(owner);
    Migrations.migrate(owner);
    Path passwords = folder.passwords();
    return new Database(
        null,
        Map.of(
            AppRole.PLATFORM, app(owner, AppRole.PLATFORM, external.platform(), passwords),
            AppRole.PORTAL, app(owner, AppRole.PORTAL, portal, passwords)));
  }

  private static Login app(
      Login owner, AppRole role, Settings.@Nullable Account given, Path passwords) {
    return given == null
        ? AppLogins.generated(owner, role, Passwords.in(passwords))
        : AppLogins.given(owner, role, given.user(), given.password());
  }

  private static Map<AppRole, Login> generated(Login owner, Passwords passwords) {
    return Map.of(
        AppRole.PLATFORM, AppLogins.generated(owner, AppRole.PLATFORM, passwords),
        AppRole.PORTAL, AppLogins.generated(owner, AppRole.PORTAL, passwords));
  }

  private static Login login(String url, Settings.Account account) {
    return new Login(url, account.user(), account.password());
  }

  private static void demandVersion(Login login) {
    try (Connection connection = login.connect()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StartProblem(
            "The database at %s is PostgreSQL %d; Sunlot needs %d or later. Upgrade the server, or unset SUNLOT_DB_URL to take the embedded one."
                .formatted(login.url(), version, OLDEST));
      }
    } catch (SQLException e) {
      throw new StartProblem(
          "The database %s cannot be reached: %s. Check SUNLOT_DB_URL, user and password, and that the server accepts connections from here."
              .formatted(login, e.getMessage()),
          e);
    }
  }
}
