package cn.sunlot.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page has around it. */
@ControllerAdvice
class Frame {

  private final Assets assets;
  private final boolean demo;

  Frame(Assets assets, @Value("${sunlot.demo:false}") boolean demo) {
    this.assets = assets;
    this.demo = demo;
  }

  /** Whether all data are made up, which every page then says. */
  @ModelAttribute("demo")
  boolean demo() {
    return demo;
  }

  /** Tag of the page's language. */
  @ModelAttribute("lang")
  String lang() {
    return LocaleContextHolder.getLocale().equals(Locale.ENGLISH) ? "en" : "zh-CN";
  }

  /** This page in the other language. */
  @ModelAttribute("otherLanguage")
  String otherLanguage(HttpServletRequest request) {
    return here(request)
        .replaceQueryParam(Languages.PARAMETER, lang().equals("en") ? "zh" : "en")
        .build()
        .encode()
        .toUriString();
  }

  /** The first part of the path, by which the menu knows where it is. */
  @ModelAttribute("section")
  String section(HttpServletRequest request) {
    String[] parts = request.getRequestURI().split("[/.]", 3);
    return parts.length < 2 ? "" : parts[1];
  }

  @ModelAttribute("assets")
  Assets assets() {
    return assets;
  }

  /** This page with another page number; the rest of the query stays. */
  static UriComponentsBuilder here(HttpServletRequest request) {
    UriComponentsBuilder here = UriComponentsBuilder.fromPath(request.getRequestURI());
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.matches("[a-z]{1,20}")) {
                here.queryParam(name, (Object[]) values);
              }
            });
    return here;
  }

  /** The key in an address. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotThere();
    }
  }
}
