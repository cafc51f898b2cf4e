package cn.sunlot.app;

import cn.sunlot.schema.AppRole;
import cn.sunlot.schema.DatabaseProblem;
import cn.sunlot.schema.Login;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/**
 * A database that is being opened while Spring reads its classes: whoever needs it first waits for
 * it. That takes a second from every start.
 */
final class DatabaseStart implements AutoCloseable {

  private final FutureTask<Database> task;

  private DatabaseStart(FutureTask<Database> task) {
    this.task = task;
  }

  /** Begins to open a database on a thread of its own. */
  static DatabaseStart begin(Supplier<Database> open) {
    DatabaseStart start = new DatabaseStart(new FutureTask<>(open::get));
    new Thread(start.task, "database").start();
    return start;
  }

  /**
   * The open database.
   *
   * @throws StartProblem or {@link DatabaseProblem} if it could not be opened
   */
  Database await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          // A start that is given up still has to close what it opens.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : new CompletionException(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The settings of Spring that wait for it, by the role whose login they are to give. */
  PropertySource<DatabaseStart> settings(AppRole role) {
    return new LoginSettings(this, role);
  }

  @Override
  public void close() {
    Database database;
    try {
      database = await();
    } catch (StartProblem | DatabaseProblem e) {
      // Nothing was opened; the start has said why.
      return;
    }
    database.close();
  }

  /** Where, as whom and with which password. */
  private static final class LoginSettings extends PropertySource<DatabaseStart> {

    private static final String PREFIX = "spring.datasource.";

    private final AppRole role;

    LoginSettings(DatabaseStart start, AppRole role) {
      super("login of " + role, start);
      this.role = role;
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return switch (name) {
        case PREFIX + "url" -> login().url();
        case PREFIX + "username" -> login().user();
        case PREFIX + "password" -> login().password();
        default -> null;
      };
    }

    @Override
    public boolean containsProperty(String name) {
      return name.equals(PREFIX + "url")
          || name.equals(PREFIX + "username")
          || name.equals(PREFIX + "password");
    }

    private Login login() {
      return getSource().await().login(role);
    }
  }
}
