package cn.sunlot.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;

/**
 * Runs an embedded database and writes: {@code <folder> <port> <first number>}. Says {@code
 * committed n} only after number n was committed.
 */
final class WritingChild {
  private WritingChild() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Map.of());
    Login owner = database.owner();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS public.written (n bigint PRIMARY KEY)");
      System.out.println("server " + Sql.postmaster(Path.of(arguments[0])));
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO public.written VALUES (?)")) {
        for (long n = Long.parseLong(arguments[2]); ; n++) {
          insert.setLong(1, n);
          insert.executeUpdate();
          System.out.println("committed " + n);
        }
      }
    }
  }
}
