package cn.sunlot.portal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chinese, or English for whoever asks for it: by {@code ?lang=en}, else as chosen before (the only
 * cookie of the site), else by what the browser prefers.
 */
final class Languages implements LocaleResolver {

  static final String PARAMETER = "lang";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Stream.of(chosen(request), remembered(request))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> preferred(request));
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The language is chosen by ?lang");
  }

  /** The language chosen in this address, if one is. */
  static Optional<Locale> chosen(HttpServletRequest request) {
    return supported(request.getParameter(PARAMETER));
  }

  private static Optional<Locale> remembered(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, PARAMETER);
    return cookie == null ? Optional.empty() : supported(cookie.getValue());
  }

  private static Locale preferred(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Locale.CHINESE;
    }
    return java.util.Collections.list(request.getLocales()).stream()
        .map(l -> supported(l.getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Locale.CHINESE);
  }

  private static Optional<Locale> supported(@Nullable String language) {
    return Stream.of(Locale.CHINESE, Locale.ENGLISH)
        .filter(l -> Arrays.asList(l.getLanguage(), l.toLanguageTag()).contains(language))
        .findFirst();
  }
}
