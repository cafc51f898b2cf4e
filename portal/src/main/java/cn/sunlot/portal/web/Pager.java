package cn.sunlot.portal.web;

import jakarta.servlet.http.HttpServletRequest;

/** Addresses of the other pages of a list, with the same filters. */
public final class Pager {

  private final HttpServletRequest request;

  private Pager(HttpServletRequest request) {
    this.request = request;
  }

  static Pager of(HttpServletRequest request) {
    return new Pager(request);
  }

  /** The address of a page. */
  public String to(int page) {
    return Frame.here(request).replaceQueryParam("page", page).build().encode().toUriString();
  }
}
