package cn.sunlot.schema;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the present schema, as its owner.
 *
 * <p>One history over all modules, kept in schema {@code migration}. Scripts are on the class path
 * below {@code db/migration}, one folder per module; timestamps order them. An applied script is
 * never changed: Flyway compares checksums and refuses.
 */
public final class Migrations {
  /** The schema of Flyway's own table. Nothing else may land there. */
  public static final String HISTORY_SCHEMA = "migration";

  private static final String LOCATION = "classpath:db/migration";

  private Migrations() {}

  /**
   * Applies what is missing.
   *
   * @param owner the role that owns the database's objects; CREATEROLE, or the group roles exist
   * @return how many scripts were applied; 0 when the database was up to date
   * @throws DatabaseProblem when a script fails, was changed after it was applied, or is missing
   */
  public static int migrate(Login owner) {
    try {
      return flyway(owner).migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw new DatabaseProblem(
          "The schema of %s cannot be brought up to date: %s".formatted(owner, e.getMessage()), e);
    }
  }

  private static Flyway flyway(Login owner) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations(LOCATION)
        .defaultSchema(HISTORY_SCHEMA)
        .schemas(HISTORY_SCHEMA)
        .createSchemas(true)
        // A clean would drop the data of a bureau; there is no way to it from here.
        .cleanDisabled(true)
        .validateMigrationNaming(true)
        .load();
  }
}
