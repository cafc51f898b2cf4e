package cn.sunlot.schema;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How one role reaches one database.
 *
 * @param url JDBC address without user and password, {@code
 *     jdbc:postgresql://127.0.0.1:5432/sunlot}
 * @param user name of the role
 * @param password its password, in the clear; never printed by {@link #toString()}
 */
public record Login(String url, String user, String password) {

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** A data source without a pool: every call opens a connection. */
  public DataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** The address with user and password in it, for tools that take nothing else. */
  public String urlWithPassword() {
    return url
        + (url.indexOf('?') < 0 ? '?' : '&')
        + "user="
        + URLEncoder.encode(user, StandardCharsets.UTF_8)
        + "&password="
        + URLEncoder.encode(password, StandardCharsets.UTF_8);
  }

  /** The same database for another role. */
  public Login as(String otherUser, String otherPassword) {
    return new Login(url, otherUser, otherPassword);
  }

  @Override
  public String toString() {
    return user + "@" + url;
  }
}
