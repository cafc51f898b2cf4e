package cn.sunlot.organisation.oidc;

import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends people to the identity provider and checks what it says of them when they come back, with
 * Spring Security's client: authorization code, state, nonce, PKCE, signature, issuer, audience,
 * times.
 */
@Component
public class IdentityProvider {

  /** Where the provider sends browsers back to; registered there. */
  public static final String RETURN = "/api/oidc/return";

  private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
  private static final String REGISTRATION = "oidc";

  /** Where to send the browser, and what to keep until it comes back. */
  public record Begun(String address, PendingSignIn pending) {}

  /** Who came back, and the token that ends their session at the provider. */
  public record Returned(Vouched person, String idToken) {
    @Override
    public String toString() {
      return person.toString();
    }
  }

  private final Optional<OidcSettings> settings;
  private final OidcClient client;

  IdentityProvider(OidcConfiguration configuration, OidcClient client) {
    this.settings = configuration.settings();
    this.client = client;
  }

  /** The name of the provider, if there is one. */
  public Optional<String> findName() {
    return settings.map(OidcSettings::name);
  }

  /**
   * Begins a sign-in.
   *
   * @throws Refused if no provider is set, or it does not answer
   */
  public Begun begin(HttpServletRequest request) {
    OidcSettings set = get();
    var registrations = new InMemoryClientRegistrationRepository(registration(set));
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/none");
    OAuth2AuthorizationRequest begun =
        Objects.requireNonNull(resolver.resolve(request, REGISTRATION));
    return new Begun(
        begun.getAuthorizationRequestUri(),
        new PendingSignIn(
            Objects.requireNonNull(begun.getState()),
            Objects.requireNonNull(begun.<String>getAttribute(OidcParameterNames.NONCE)),
            Objects.requireNonNull(begun.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
            Objects.requireNonNull(begun.getRedirectUri())));
  }

  /**
   * Checks the answer of the provider.
   *
   * @param answer parameters that the browser came back with
   * @throws Refused if it is not the answer to this sign-in, says no, or does not hold
   */
  public Returned finish(PendingSignIn pending, Map<String, String> answer) {
    OidcSettings set = get();
    ClientRegistration registration = registration(set);
    if (!pending.state().equals(answer.get(OAuth2ParameterNames.STATE))) {
      throw Refused.because(OrganisationProblem.OIDC_NOT_BEGUN);
    }
    if (answer.get(OAuth2ParameterNames.CODE) == null) {
      String error = answer.getOrDefault(OAuth2ParameterNames.ERROR, "");
      throw Refused.because(
          OrganisationProblem.OIDC_REFUSED, error.replaceAll("[^a-zA-Z0-9_.-]", ""));
    }
    OidcIdToken token = exchange(registration, pending, answer.get(OAuth2ParameterNames.CODE));
    Vouched person =
        new Vouched(
            set.issuer(),
            Objects.requireNonNull(token.getSubject()),
            login(set, token),
            hasSecondFactor(set, token));
    return new Returned(person, token.getTokenValue());
  }

  /** Where a browser ends the session at the provider, if the provider says so. */
  public Optional<String> findSignOut(String idToken, HttpServletRequest request) {
    return settings
        .map(this::registration)
        .map(r -> r.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
        .map(
            end ->
                UriComponentsBuilder.fromUriString(String.valueOf(end))
                    .queryParam("id_token_hint", "{token}")
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .encode()
                    .buildAndExpand(idToken, address(request) + "/login")
                    .toUriString());
  }

  private String address(HttpServletRequest request) {
    String set = get().address();
    if (!set.isEmpty()) {
      return set;
    }
    URI asked = URI.create(request.getRequestURL().toString());
    return asked.getScheme() + "://" + asked.getAuthority();
  }

  private OidcIdToken exchange(
      ClientRegistration registration, PendingSignIn pending, @Nullable String code) {
    var request =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(
                Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
            .clientId(registration.getClientId())
            .redirectUri(pending.redirect())
            .scopes(registration.getScopes())
            .state(pending.state())
            .attributes(
                Map.of(
                    OAuth2ParameterNames.REGISTRATION_ID,
                    registration.getRegistrationId(),
                    OidcParameterNames.NONCE,
                    pending.nonce(),
                    PkceParameterNames.CODE_VERIFIER,
                    pending.verifier()))
            .build();
    var response =
        OAuth2AuthorizationResponse.success(Objects.requireNonNull(code))
            .redirectUri(pending.redirect())
            .state(pending.state())
            .build();
    try {
      var checked =
          client.authenticate(
              new OAuth2LoginAuthenticationToken(
                  registration, new OAuth2AuthorizationExchange(request, response)));
      return ((OidcUser) Objects.requireNonNull(checked.getPrincipal())).getIdToken();
    } catch (OAuth2AuthenticationException e) {
      // The reason is for whoever runs the installation; no part of a token is in it.
      LOG.warn("the identity provider's answer is refused: {}", e.getError().getErrorCode());
      throw Refused.because(OrganisationProblem.OIDC_ANSWER_WRONG);
    }
  }

  private static String login(OidcSettings set, OidcIdToken token) {
    Object claim = token.getClaims().get(set.claim());
    if (!(claim instanceof String login) || login.isBlank()) {
      throw Refused.because(OrganisationProblem.OIDC_LOGIN_MISSING, set.claim());
    }
    return login.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean hasSecondFactor(OidcSettings set, OidcIdToken token) {
    Object amr = token.getClaims().getOrDefault("amr", List.of());
    Stream<?> methods = amr instanceof Collection<?> several ? several.stream() : Stream.of(amr);
    return set.secondFactor().contains("acr:" + token.getClaims().get("acr"))
        || methods.anyMatch(m -> set.secondFactor().contains("amr:" + m));
  }

  private ClientRegistration registration(OidcSettings set) {
    return client.registration(REGISTRATION, set);
  }

  private OidcSettings get() {
    return settings.orElseThrow(() -> Refused.because(OrganisationProblem.OIDC_NOT_SET));
  }
}
