package cn.sunlot.schema;

import java.util.Locale;

/**
 * The two parts of the application that serve requests; each has its group role in the database.
 */
public enum AppRole {
  /** The back office. */
  PLATFORM,
  /** The public site, which sees what was published and nothing else. */
  PORTAL;

  /** The group role that migrations grant rights to. */
  public String group() {
    return "sunlot_" + name().toLowerCase(Locale.ROOT);
  }

  /**
   * The login used when none is configured; it has the database's name in it, since logins belong
   * to the whole server.
   */
  String loginFor(String database) {
    return database + "_" + name().toLowerCase(Locale.ROOT) + "_login";
  }
}
