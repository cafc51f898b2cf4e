package cn.sunlot.kernel.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** The version of a thing that the user saw when deciding: header {@code If-Match: "3"}. */
public record IfMatch(int version) {

  public static final String HEADER = "If-Match";

  /**
   * Reads the header.
   *
   * @throws Refused if it is missing or no version
   */
  public static IfMatch read(@Nullable String header) {
    if (header == null || !header.matches("\"?[0-9]{1,9}\"?")) {
      throw Refused.because(KernelProblem.VERSION_MISSING);
    }
    return new IfMatch(Integer.parseInt(header.replace("\"", "")));
  }

  /** Refuses if the thing has moved on since the user saw it. */
  public void check(int current) {
    if (current != version) {
      throw Refused.because(KernelProblem.VERSION_CLASH, version, current);
    }
  }
}
