package cn.sunlot.app;

import cn.sunlot.kernel.WrongSetting;
import cn.sunlot.schema.DatabaseProblem;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;

/**
 * Keeps Spring from telling as an error of its own, with the way through its classes, what the
 * start says in one sentence: a wrong setting, or a database that cannot be opened.
 */
final class ToldReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return find(failure).isPresent();
  }

  /** What the start says of a failure, if it has a sentence for it. */
  static Optional<RuntimeException> find(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .flatMap(t -> told(t).stream())
        .findFirst();
  }

  private static Optional<RuntimeException> told(Throwable cause) {
    if (cause instanceof WrongSetting wrong) {
      return Optional.of(new StartProblem(String.valueOf(wrong.getMessage()), wrong));
    }
    return cause instanceof StartProblem || cause instanceof DatabaseProblem
        ? Optional.of((RuntimeException) cause)
        : Optional.empty();
  }
}
