package cn.sunlot.kernel;

import java.util.Locale;

/**
 * A kind of refusal or error that a person may see; each module has one enum of them.
 *
 * <p>Its texts stand in {@code messages/<module>.properties} (Chinese) and {@code
 * messages/<module>_en.properties} under {@code problem.<code>.title}, {@code .what}, {@code .why}
 * and {@code .now}; arguments of the refusal fill {@code {0}}, {@code {1}} …
 */
public interface Problem {

  /** The enum constant's own name. */
  String name();

  /** The module's name, as in its package. */
  String module();

  /** The HTTP status of a response that carries this problem. */
  int status();

  /** Stable code for programs: {@code planning.nothing-outside-plan}. */
  default String code() {
    return module() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
