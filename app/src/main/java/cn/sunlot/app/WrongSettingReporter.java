package cn.sunlot.app;

import cn.sunlot.kernel.WrongSetting;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;

/**
 * Keeps Spring from telling a wrong setting as an error of its own, with the way through its
 * classes: the start says it in one sentence.
 */
final class WrongSettingReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return find(failure).isPresent();
  }

  /** The wrong setting behind a failed start, if that was it. */
  static Optional<WrongSetting> find(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .filter(WrongSetting.class::isInstance)
        .map(WrongSetting.class::cast)
        .findFirst();
  }
}
