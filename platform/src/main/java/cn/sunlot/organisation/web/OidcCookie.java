package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.secrets.Secrets;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Vouched;
import cn.sunlot.organisation.oidc.PendingSignIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * How far a browser is with its sign-in at the provider, kept by the browser itself, sealed.
 *
 * <p>Not in the session: its cookie is sent to requests from our own pages only, and the way back
 * from the provider is none.
 */
@Component
class OidcCookie {

  private static final String NAME = "SUNLOT_OIDC";
  private static final String PURPOSE = "organisation/oidc-cookie";
  private static final String PATH = "/api/oidc";

  /** How long somebody may take at the provider, or to find the phone with the code. */
  private static final Duration LASTING = Duration.ofMinutes(10);

  /** A cookie takes four thousand characters; without the token only the session here ends. */
  private static final int LONGEST = 2000;

  /**
   * What is kept; one of the three steps.
   *
   * @param pending until the browser comes back
   * @param next the page to go to in the end
   * @param vouched until the code of the own second factor is typed
   * @param idToken of the person vouched for
   * @param problem why the sign-in was refused, to be told on the page of the sign-in
   * @param until when it is worth nothing any more
   */
  record Kept(
      @Nullable PendingSignIn pending,
      @Nullable String next,
      @Nullable Vouched vouched,
      @Nullable String idToken,
      @Nullable OrganisationProblem problem,
      List<String> arguments,
      Instant until) {

    @Override
    public String toString() {
      return "sign-in under way";
    }
  }

  private final Secrets secrets;
  private final ObjectMapper json;
  private final Clock clock;
  private final boolean overTls;

  OidcCookie(
      Secrets secrets,
      ObjectMapper json,
      Clock clock,
      @Value("${sunlot.oidc.address:}") String address) {
    this.overTls = address.startsWith("https:");
    this.secrets = secrets;
    this.json = json;
    this.clock = clock;
  }

  /** What the browser brings back, unless it is too old or not ours. */
  Optional<Kept> find(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] plain = secrets.open(PURPOSE, Base64.getUrlDecoder().decode(cookie.getValue()));
      Kept kept = json.readValue(plain, Kept.class);
      return clock.instant().isBefore(kept.until()) ? Optional.of(kept) : Optional.empty();
    } catch (IllegalArgumentException | Secrets.SealBroken | JacksonException notOurs) {
      return Optional.empty();
    }
  }

  void keepPending(
      PendingSignIn pending,
      String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    keep(new Kept(pending, next, null, null, null, List.of(), until()), request, response);
  }

  void keepRefusal(Refused refused, HttpServletRequest request, HttpServletResponse response) {
    keep(
        new Kept(null, null, null, null, problem(refused), arguments(refused), until()),
        request,
        response);
  }

  void keepVouched(
      Vouched vouched,
      String idToken,
      @Nullable String next,
      Refused refused,
      HttpServletRequest request,
      HttpServletResponse response) {
    String kept = idToken.length() > LONGEST ? null : idToken;
    keep(
        new Kept(null, next, vouched, kept, problem(refused), arguments(refused), until()),
        request,
        response);
  }

  void forget(HttpServletRequest request, HttpServletResponse response) {
    send("", Duration.ZERO, request, response);
  }

  private void keep(Kept kept, HttpServletRequest request, HttpServletResponse response) {
    byte[] sealed = secrets.seal(PURPOSE, json.writeValueAsBytes(kept));
    send(
        Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LASTING, request, response);
  }

  private void send(
      String value, Duration lasting, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value)
            .path(PATH)
            .httpOnly(true)
            .secure(overTls || request.isSecure())
            .sameSite("Lax")
            .maxAge(lasting)
            .build()
            .toString());
  }

  private Instant until() {
    return clock.instant().plus(LASTING);
  }

  private static OrganisationProblem problem(Refused refused) {
    return (OrganisationProblem) refused.problem();
  }

  private static List<String> arguments(Refused refused) {
    return Stream.of(refused.arguments()).map(String::valueOf).toList();
  }
}
