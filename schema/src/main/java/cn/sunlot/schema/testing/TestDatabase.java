package cn.sunlot.schema.testing;

import cn.sunlot.schema.DatabaseProblem;
import cn.sunlot.schema.Login;
import cn.sunlot.schema.Migrations;
import cn.sunlot.schema.ThrowAwayServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own for one test or one test class: migrated, empty, thrown away.
 *
 * <p>The first call in a JVM starts a server and migrates a template; every further database is a
 * copy of the template. Nothing needs to be closed: the server goes when the JVM goes.
 */
public final class TestDatabase implements AutoCloseable {
  /** The logins of the application in every test database; members of the group roles. */
  public static final String PLATFORM_USER = "sunlot_platform_login";

  public static final String PORTAL_USER = "sunlot_portal_login";

  private static final String OWNER = "sunlot_owner";
  private static final String PASSWORD = "test";
  private static final String TEMPLATE = "sunlot_template";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable ThrowAwayServer server;

  private final ThrowAwayServer on;
  private final String name;

  private TestDatabase(ThrowAwayServer on, String name) {
    this.on = on;
    this.name = name;
  }

  /** A fresh copy of the migrated template. */
  public static TestDatabase create() {
    return copyOf(TEMPLATE);
  }

  /** A database in which nothing was migrated, owned by the owner: for tests of migrations. */
  public static TestDatabase createEmpty() {
    return copyOf("template1");
  }

  /** The owner of all objects; what migrations run as. */
  public Login owner() {
    return login(OWNER);
  }

  /** The back office. */
  public Login platform() {
    return login(PLATFORM_USER);
  }

  /** The public site. */
  public Login portal() {
    return login(PORTAL_USER);
  }

  /** The superuser, for what no role of the product may do. */
  public Login superuser() {
    return on.superuser(name);
  }

  /** Drops the database, also when connections to it are open. */
  @Override
  public void close() {
    execute(on, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private Login login(String user) {
    return on.superuser(name).as(user, PASSWORD);
  }

  private static TestDatabase copyOf(String template) {
    ThrowAwayServer running = running();
    String name = "test_" + COUNT.incrementAndGet();
    execute(
        running,
        "CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy OWNER " + OWNER);
    return new TestDatabase(running, name);
  }

  private static synchronized ThrowAwayServer running() {
    ThrowAwayServer running = server;
    if (running == null) {
      running = ThrowAwayServer.start();
      prepare(running);
      server = running;
    }
    return running;
  }

  private static void prepare(ThrowAwayServer fresh) {
    try {
      execute(fresh, "CREATE ROLE " + OWNER + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
      execute(fresh, "CREATE DATABASE " + TEMPLATE + " OWNER " + OWNER);
      Migrations.migrate(fresh.superuser(TEMPLATE).as(OWNER, PASSWORD));
      execute(fresh, member(PLATFORM_USER, "sunlot_platform"));
      execute(fresh, member(PORTAL_USER, "sunlot_portal"));
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    }
  }

  private static String member(String user, String group) {
    return "CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE %s".formatted(user, PASSWORD, group);
  }

  private static void execute(ThrowAwayServer on, String sql) {
    try (Connection connection = on.superuser("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new DatabaseProblem("Test database: " + sql + ": " + e.getMessage(), e);
    }
  }
}
