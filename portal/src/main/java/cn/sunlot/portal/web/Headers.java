package cn.sunlot.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer says to browsers and caches: nothing is executed but on the few pages that need
 * it, nothing is framed, nothing is loaded from elsewhere; public for a minute.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** Pages whose script works; it is of this site, and so is all that it loads. */
  private static final Set<String> SCRIPTED = Set.of("/verify", "/w", "/receipt");

  private static final String WITH_SCRIPT =
      POLICY + "; script-src 'self'; worker-src 'self'; connect-src 'self'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean scripted = SCRIPTED.contains(request.getRequestURI());
    response.setHeader("Content-Security-Policy", scripted ? WITH_SCRIPT : POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
    response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    Languages.chosen(request).ifPresent(l -> remember(request, response, l.getLanguage()));
    chain.doFilter(request, response);
  }

  /** The server empties the answer before it goes on to the page of an error. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static void remember(
      HttpServletRequest request, HttpServletResponse response, String language) {
    // A shared cache must not hand the choice of one person to the next.
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=60");
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(Languages.PARAMETER, language)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .httpOnly(true)
            .secure(request.isSecure())
            .build()
            .toString());
  }
}
