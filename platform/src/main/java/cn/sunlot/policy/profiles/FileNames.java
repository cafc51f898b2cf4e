package cn.sunlot.policy.profiles;

import java.io.Serial;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;

/** How files write the names of components: {@code asARule} is {@code as-a-rule}. */
public final class FileNames {

  private FileNames() {}

  public static String of(String component) {
    return component
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The same for Jackson. */
  static final class Strategy extends PropertyNamingStrategies.NamingBase {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String translate(String component) {
      return of(component);
    }
  }
}
