package cn.sunlot.kernel.papers;

import java.time.Instant;
import java.util.Locale;

/**
 * A paper to be printed.
 *
 * @param template name of the template in {@code papers/}
 * @param name names the file and the document, e.g. {@code 检查通知书 V-2026-0031}
 * @param issuer the body whose paper it is
 * @param number the number that the paper carries
 * @param at when what it says came to be, not when it is printed: the same paper is the same bytes
 * @param content what the template fills in, as {@code p}
 */
public record Paper(
    String template,
    Locale locale,
    String name,
    String issuer,
    String number,
    Instant at,
    Object content) {

  /** A name for the file, without what file systems refuse. */
  public String fileName() {
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip() + ".pdf";
  }
}
