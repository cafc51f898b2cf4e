package cn.sunlot.schema;

import static cn.sunlot.schema.OwnedDatabase.exists;
import static cn.sunlot.schema.OwnedDatabase.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The logins the application serves requests with: members of one group role each, allowed into
 * this database. To be made after {@link Migrations#migrate}, as the owner.
 */
public final class AppLogins {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String WRONG_PASSWORD = "28P01";

  private AppLogins() {}

  /**
   * The login of this part with a generated password, kept in the passwords file. Its name comes
   * from the database's: {@code sunlot_platform_login} in database {@code sunlot}.
   *
   * @throws DatabaseProblem when the role exists and its password is not in the file: it may belong
   *     to another installation on the same server, which a new password would lock out
   */
  public static Login generated(Login owner, AppRole role, Passwords passwords) {
    return in(
        owner,
        connection -> {
          String user = role.loginFor(connection.getCatalog());
          boolean known = passwords.find(user).isPresent();
          if (!known && roleExists(connection, user)) {
            throw new DatabaseProblem(
                "Role %s exists on the server of %s, and its password is not kept here. Bring passwords.properties back, or configure a login and its password, or drop the role."
                    .formatted(user, owner.url()));
          }
          return ensure(connection, owner.as(user, passwords.findOrGenerate(user)), role);
        });
  }

  /**
   * The login of this part as configured. Where the administrator of the server prepared it,
   * nothing is changed; otherwise it is made, or brought to this password and membership.
   */
  public static Login given(Login owner, AppRole role, String user, String password) {
    if (user.equals(owner.user())) {
      throw new DatabaseProblem(
          "The %s may not use the owner's login %s: the owner passes every wall in the database. Configure a login of its own."
              .formatted(role, user));
    }
    return in(owner, connection -> ensure(connection, owner.as(user, password), role));
  }

  private static Login ensure(Connection owner, Login login, AppRole role) throws SQLException {
    boolean fresh = !roleExists(owner, login.user());
    String user = quoted(login.user());
    try (Statement statement = owner.createStatement()) {
      if (fresh) {
        // Without a password nobody comes in; it gets one below.
        statement.execute("CREATE ROLE " + user + " LOGIN");
      }
      demandModest(owner, login, role);
      if (!exists(owner, MEMBER, login.user(), role.group())) {
        statement.execute("GRANT " + quoted(role.group()) + " TO " + user);
      }
      if (!exists(owner, MAY_CONNECT, login.user())) {
        statement.execute(
            "GRANT CONNECT ON DATABASE " + quoted(owner.getCatalog()) + " TO " + user);
      }
    }
    if (fresh || !opens(login)) {
      OwnedDatabase.setPassword(owner, login.user(), login.password());
    }
    return login;
  }

  private static final String MEMBER =
      "SELECT 1 FROM pg_auth_members m JOIN pg_roles u ON u.oid = m.member"
          + " JOIN pg_roles g ON g.oid = m.roleid WHERE u.rolname = ? AND g.rolname = ?";

  private static final String MAY_CONNECT =
      "SELECT 1 WHERE has_database_privilege(?, current_database(), 'CONNECT')";

  private static final String MIGHTY =
      "SELECT 1 FROM pg_roles WHERE rolname = ?"
          + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)";

  private static final String REACHES = "SELECT 1 WHERE pg_has_role(?, ?, 'MEMBER')";

  private static void demandModest(Connection owner, Login login, AppRole role)
      throws SQLException {
    if (exists(owner, MIGHTY, login.user())) {
      throw new DatabaseProblem(
          "Role %s is a superuser, passes row security, or may make roles or databases. The %s needs a plain one: ALTER ROLE %s NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION;"
              .formatted(login.user(), role, quoted(login.user())));
    }
    for (AppRole other : AppRole.values()) {
      if (other != role && exists(owner, REACHES, login.user(), other.group())) {
        throw new DatabaseProblem(
            "Role %s is to serve the %s but is a member of %s, too. Run: REVOKE %s FROM %s;"
                .formatted(login.user(), role, other.group(), other.group(), quoted(login.user())));
      }
    }
  }

  private static boolean opens(Login login) throws SQLException {
    try (Connection ignored = login.connect()) {
      return true;
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static boolean roleExists(Connection connection, String name) throws SQLException {
    return exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
  }

  private interface Work {
    Login with(Connection owner) throws SQLException;
  }

  private static Login in(Login owner, Work work) {
    try (Connection connection = owner.connect()) {
      return work.with(connection);
    } catch (SQLException e) {
      String advice =
          INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
              ? " Let the administrator of the server make the login (CREATE ROLE … LOGIN PASSWORD …; GRANT sunlot_platform or sunlot_portal TO …; GRANT CONNECT ON DATABASE … TO …), and configure it."
              : "";
      throw new DatabaseProblem(
          "The logins of the application cannot be made as %s: %s%s"
              .formatted(owner, e.getMessage(), advice),
          e);
    }
  }
}
