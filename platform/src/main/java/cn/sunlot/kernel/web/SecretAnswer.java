package cn.sunlot.kernel.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Marks an answer that must not lie in the database: it is not kept for those who send the command
 * again, who are given it anew, on record again.
 */
public final class SecretAnswer {

  private static final String ATTRIBUTE = SecretAnswer.class.getName();

  private SecretAnswer() {}

  public static void mark(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, true);
  }

  static boolean isMarked(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }
}
