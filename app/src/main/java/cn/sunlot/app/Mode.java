package cn.sunlot.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which parts run in this process. */
enum Mode {
  ALL,
  PLATFORM,
  PORTAL;

  boolean platform() {
    return this != PORTAL;
  }

  boolean portal() {
    return this != PLATFORM;
  }

  static Mode parse(String text) {
    return Arrays.stream(values())
        .filter(m -> m.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new StartProblem(
                    "--mode=%s is not known. Choose one of: %s."
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(Mode::wireName)
                                .collect(Collectors.joining(", ")))));
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
