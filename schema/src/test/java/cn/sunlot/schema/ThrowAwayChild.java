package cn.sunlot.schema;

/** Runs a throw-away server, says where its data are, and waits to be killed. */
final class ThrowAwayChild {
  private ThrowAwayChild() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    ThrowAwayServer server = ThrowAwayServer.start();
    System.out.println("data " + Sql.one(server.superuser("postgres"), "SHOW data_directory"));
    Thread.currentThread().join();
  }
}
