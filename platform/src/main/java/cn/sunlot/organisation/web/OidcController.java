package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Vouched;
import cn.sunlot.organisation.oidc.IdentityProvider;
import cn.sunlot.organisation.oidc.IdentityProvider.Returned;
import cn.sunlot.organisation.usecase.SignInByProvider;
import cn.sunlot.organisation.web.OidcCookie.Kept;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way in by the identity provider: a browser goes there and comes back. */
@RestController
@RequestMapping("/api/oidc")
class OidcController {

  /** Of the session, so that its end is one at the provider too. */
  static final String ID_TOKEN = OidcController.class.getName() + ".idToken";

  private static final String REFUSED = "/login?oidc";

  record OidcCode(@NotBlank @Size(max = 32) String code) {}

  /** Where to go now that the session is open. */
  record Entered(String next) {}

  private final IdentityProvider provider;
  private final SignInByProvider signIn;
  private final OidcCookie cookie;
  private final SessionOpening opening;

  OidcController(
      IdentityProvider provider,
      SignInByProvider signIn,
      OidcCookie cookie,
      SessionOpening opening) {
    this.provider = provider;
    this.signIn = signIn;
    this.cookie = cookie;
    this.opening = opening;
  }

  /** Sends the browser to the provider. */
  @Hidden
  @GetMapping("/begin")
  @Requires(Permission.ANYBODY)
  ResponseEntity<Void> begin(
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      IdentityProvider.Begun begun = provider.begin(request);
      cookie.keepPending(begun.pending(), ownPage(next), request, response);
      return to(begun.address());
    } catch (Refused refused) {
      cookie.keepRefusal(refused, request, response);
      return to(REFUSED);
    }
  }

  /** Where the provider sends the browser back to. */
  @Hidden
  @GetMapping("/return")
  @Requires(Permission.ANYBODY)
  ResponseEntity<Void> comeBack(
      @RequestParam Map<String, String> answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Kept kept = cookie.find(request).orElse(null);
    try {
      if (kept == null || kept.pending() == null) {
        throw Refused.because(OrganisationProblem.OIDC_NOT_BEGUN);
      }
      Returned returned = provider.finish(kept.pending(), answer);
      return enter(returned, kept.next(), request, response);
    } catch (Refused refused) {
      cookie.keepRefusal(refused, request, response);
      return to(REFUSED);
    }
  }

  private ResponseEntity<Void> enter(
      Returned returned,
      @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      open(returned.person(), null, returned.idToken(), request, response);
      return to(ownPage(next));
    } catch (Refused refused) {
      if (refused.problem() != OrganisationProblem.SECOND_FACTOR_NEEDED) {
        throw refused;
      }
      cookie.keepVouched(returned.person(), returned.idToken(), next, refused, request, response);
      return to(REFUSED);
    }
  }

  /** Why the last sign-in at the provider did not lead in; nothing where none was tried. */
  @GetMapping("/outcome")
  @Requires(Permission.ANYBODY)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void getOutcome(HttpServletRequest request, HttpServletResponse response) {
    Kept kept = cookie.find(request).orElse(null);
    if (kept == null || kept.problem() == null) {
      return;
    }
    if (kept.vouched() == null) {
      cookie.forget(request, response);
    }
    throw Refused.because(kept.problem(), kept.arguments().toArray());
  }

  /** The second step, where the provider has not asked for one. */
  @PostMapping("/code")
  @Requires(Permission.ANYBODY)
  Entered enterCode(
      @Valid @RequestBody OidcCode sent, HttpServletRequest request, HttpServletResponse response) {
    Kept kept = cookie.find(request).orElse(null);
    if (kept == null || kept.vouched() == null) {
      throw Refused.because(OrganisationProblem.OIDC_NOT_BEGUN);
    }
    open(kept.vouched(), sent.code(), kept.idToken(), request, response);
    return new Entered(ownPage(kept.next()));
  }

  private void open(
      Vouched vouched,
      @Nullable String code,
      @Nullable String idToken,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignedIn person = signIn.run(vouched, code);
    opening.open(person, request, response);
    if (idToken != null) {
      request.getSession().setAttribute(ID_TOKEN, idToken);
    }
    cookie.forget(request, response);
  }

  /** Only pages of ours: a full address would let a link lead elsewhere after the sign-in. */
  private static String ownPage(@Nullable String next) {
    return next != null && next.matches("/(?![/\\\\])[\\x21-\\x7e]{0,500}") ? next : "/";
  }

  private static ResponseEntity<Void> to(String address) {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(address)).build();
  }
}
