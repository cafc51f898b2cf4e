package cn.sunlot.schema;

import java.nio.file.Path;

/** Starts an embedded database in the folder given and says how that went. */
final class StartingChild {
  private StartingChild() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]))) {
      System.out.println("started " + database.port());
    } catch (DatabaseProblem e) {
      System.out.println("refused " + e.getMessage());
    }
  }
}
