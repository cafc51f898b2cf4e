package cn.sunlot.policy.profiles;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A profile file that cannot be used: which file, which key, which value, what to do. Ends the
 * start.
 */
public final class ProfileFileProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ProfileFileProblem(String file, String key, @Nullable String value, String wrong, String now) {
    super(text(file, key, value, wrong, now));
  }

  ProfileFileProblem(
      String file, String key, @Nullable String value, String wrong, String now, Throwable cause) {
    super(text(file, key, value, wrong, now), cause);
  }

  private static String text(
      String file, String key, @Nullable String value, String wrong, String now) {
    return "Rule profile %s%s%s: %s. %s"
        .formatted(
            file,
            key.isEmpty() ? "" : ", key " + key,
            value == null ? "" : ", value " + value,
            wrong,
            now);
  }
}
