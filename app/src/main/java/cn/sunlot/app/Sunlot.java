package cn.sunlot.app;

import cn.sunlot.app.demo.Demo;
import cn.sunlot.organisation.usecase.SetUpCode;
import cn.sunlot.schema.DatabaseProblem;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts everything, and ends it in order. */
public final class Sunlot {

  /** How long an end waits for a start under way, so that no database stays behind. */
  private static final int PATIENCE_SECONDS = 120;

  private final Settings settings;
  private final PrintStream out;
  private final Running running = new Running();
  private final CountDownLatch startOver = new CountDownLatch(1);

  private Sunlot(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * The program; it ends by SIGTERM or Ctrl-C, or with status 1 and a message when it cannot start.
   *
   * @param arguments {@code --mode=all|platform|portal}; the rest is set by the environment
   */
  public static void main(String[] arguments) {
    if (!start(List.of(arguments), System.getenv())) {
      System.exit(1);
    }
  }

  private static boolean start(List<String> arguments, Map<String, String> environment) {
    try {
      new Sunlot(Settings.read(arguments, environment), System.out).serve();
      return true;
    } catch (StartProblem | DatabaseProblem e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  private void serve() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
    try {
      startAll();
    } catch (RuntimeException e) {
      running.close();
      throw e;
    } finally {
      startOver.countDown();
    }
  }

  private void startAll() {
    // Until Spring sets the levels; the migrations would tell each of their steps.
    LoggingSystem.get(Sunlot.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    if (settings.mode().platform()) {
      Ports.demandFree("SUNLOT_PORT", settings.platformPort());
    }
    DataFolder folder = DataFolder.at(settings.data());
    Database database = running.add(Database.open(settings, folder));
    ConfigurableApplicationContext platform =
        running.add(Parts.platform(settings, folder, database));
    if (settings.demo()) {
      new Demo(platform).load();
    }
    var code = platform.getBean(SetUpCode.class).find();
    out.println(Welcome.text(settings, Parts.port(platform), null, code));
    out.flush();
  }

  private void end() {
    running.refuseMore();
    try {
      startOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.close();
  }
}
