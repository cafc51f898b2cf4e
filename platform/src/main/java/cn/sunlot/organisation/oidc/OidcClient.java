package cn.sunlot.organisation.oidc;

import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.OrganisationProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The parts of Spring Security's client, with our clock and with an end to waiting. */
@Component
class OidcClient {

  private static final Logger LOG = LoggerFactory.getLogger(OidcClient.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Clock clock;
  private final OidcAuthorizationCodeAuthenticationProvider provider;

  /** Learned at the first sign-in, so that the platform starts while the provider is down. */
  private final AtomicReference<ClientRegistration> known = new AtomicReference<>();

  private final AtomicReference<JwtDecoder> decoder = new AtomicReference<>();

  OidcClient(Clock clock) {
    this.clock = clock;
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(requests())
            .configureMessageConverters(
                c -> c.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    // The ID token says all that is needed; no further question to the provider.
    this.provider =
        new OidcAuthorizationCodeAuthenticationProvider(
            tokens, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
    this.provider.setJwtDecoderFactory(this::decoder);
  }

  Authentication authenticate(OAuth2LoginAuthenticationToken answer) {
    return Objects.requireNonNull(provider.authenticate(answer));
  }

  /** The provider as it describes itself. */
  ClientRegistration registration(String id, OidcSettings set) {
    ClientRegistration before = known.get();
    if (before != null) {
      return before;
    }
    try {
      var builder =
          ClientRegistrations.fromIssuerLocation(set.issuer())
              .registrationId(id)
              .clientId(set.clientId())
              .scope("openid", "profile")
              .redirectUri(
                  (set.address().isEmpty() ? "{baseUrl}" : set.address()) + IdentityProvider.RETURN)
              .clientSettings(
                  ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
      if (set.clientSecret().isEmpty()) {
        builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
      } else {
        builder.clientSecret(set.clientSecret());
      }
      ClientRegistration made = builder.build();
      known.set(made);
      return made;
    } catch (RuntimeException e) {
      LOG.warn("the identity provider {} does not describe itself", set.issuer(), e);
      throw Refused.because(OrganisationProblem.OIDC_UNREACHABLE, set.name());
    }
  }

  /** One for all, since it remembers the provider's keys. */
  private JwtDecoder decoder(ClientRegistration registration) {
    JwtDecoder before = decoder.get();
    if (before != null) {
      return before;
    }
    NimbusJwtDecoder made =
        NimbusJwtDecoder.withJwkSetUri(
                Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
            .jwsAlgorithms(
                a ->
                    a.addAll(
                        List.of(
                            SignatureAlgorithm.RS256,
                            SignatureAlgorithm.PS256,
                            SignatureAlgorithm.ES256)))
            .restOperations(new RestTemplate(requests()))
            .build();
    var times = new JwtTimestampValidator();
    times.setClock(clock);
    var token = new OidcIdTokenValidator(registration);
    token.setClock(clock);
    made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
    made.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    decoder.set(made);
    return made;
  }

  private static SimpleClientHttpRequestFactory requests() {
    var factory = new SimpleClientHttpRequestFactory();
    factory.setConnectTimeout(PATIENCE);
    factory.setReadTimeout(PATIENCE);
    return factory;
  }
}
