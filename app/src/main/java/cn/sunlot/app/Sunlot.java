package cn.sunlot.app;

import cn.sunlot.app.demo.Demo;
import cn.sunlot.organisation.usecase.SetUpCode;
import cn.sunlot.schema.DatabaseProblem;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.ApplicationContext;
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
    Mode mode = settings.mode();
    if (mode.platform()) {
      Ports.demandFree("SUNLOT_PORT", settings.platformPort());
    }
    if (mode.portal()) {
      Ports.demandFree("SUNLOT_PORTAL_PORT", settings.portalPort());
    }
    DataFolder folder = DataFolder.at(settings.data());
    EarlyClasses early = new EarlyClasses(folder.classes(), build());
    early.load();
    early.record();
    DatabaseStart database =
        running.add(DatabaseStart.begin(() -> Database.open(settings, folder)));
    Optional<ConfigurableApplicationContext> platform =
        mode.platform()
            ? Optional.of(running.add(Parts.platform(settings, folder, database)))
            : Optional.empty();
    Optional<ConfigurableApplicationContext> portal =
        mode.portal()
            ? Optional.of(running.add(Parts.portal(settings, database)))
            : Optional.empty();
    early.keep();
    if (settings.demo()) {
      platform.ifPresent(p -> loadDemo(p, Parts.port(p), folder.demoMark()));
    }
    out.println(
        Welcome.text(
            settings,
            platform.map(Parts::port),
            portal.map(Parts::port),
            platform.flatMap(p -> p.getBean(SetUpCode.class).find())));
    out.flush();
  }

  /** Tells one build from another: a released jar does not change its size by chance. */
  private static String build() {
    File source = new ApplicationHome(Sunlot.class).getSource();
    return source == null ? "" : source.getName() + " " + source.length();
  }

  /** Loads it once; a real installation, or half a demo, is not taken for a demo. */
  private void loadDemo(ApplicationContext platform, int port, Path mark) {
    if (Files.exists(mark)) {
      return;
    }
    if (!new Demo(platform, port).load()) {
      throw new StartProblem(
          "SUNLOT_DEMO=true, but the database holds data that are no complete demo: a real installation, or a demo whose loading was interrupted. Unset SUNLOT_DEMO; or, for a new demo, remove %s (and empty the database that SUNLOT_DB_URL names)."
              .formatted(settings.data()));
    }
    try {
      Files.createFile(mark);
    } catch (IOException e) {
      throw new StartProblem("%s cannot be written: %s".formatted(mark, e.getMessage()), e);
    }
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
