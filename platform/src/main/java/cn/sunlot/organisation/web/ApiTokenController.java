package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.usecase.GiveApiToken;
import cn.sunlot.organisation.usecase.GiveApiToken.Error;
import cn.sunlot.organisation.usecase.GiveApiToken.Given;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for other systems: OAuth 2.0, client credentials (RFC 6749, 4.4). */
@RestController
class ApiTokenController {

  static final String PATH = "/api/oauth/token";

  /** As the standard names the members. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TokenAnswer(
      @JsonProperty("access_token") @Nullable String accessToken,
      @JsonProperty("token_type") @Nullable String tokenType,
      @JsonProperty("expires_in") @Nullable Long expiresIn,
      @Nullable String scope,
      @Nullable String error,
      @JsonProperty("error_description") @Nullable String description) {

    @Override
    public String toString() {
      return error == null ? "token" : error;
    }
  }

  private record Credentials(String id, String secret) {}

  private final GiveApiToken giveToken;
  private final ClientAddress address;

  ApiTokenController(GiveApiToken giveToken, ClientAddress address) {
    this.giveToken = giveToken;
    this.address = address;
  }

  @Hidden
  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Requires(Permission.ANYBODY)
  ResponseEntity<TokenAnswer> giveToken(
      @RequestParam(name = "grant_type", defaultValue = "") String grantType,
      @RequestParam(defaultValue = "") String scope,
      @RequestParam(name = "client_id", defaultValue = "") String id,
      @RequestParam(name = "client_secret", defaultValue = "") String secret,
      HttpServletRequest request) {
    if (request.getQueryString() != null) {
      return refused(
          HttpStatus.BAD_REQUEST,
          "invalid_request",
          "Send everything in the body, nothing in the address.");
    }
    if (!grantType.equals("client_credentials")) {
      return refused(
          HttpStatus.BAD_REQUEST,
          "unsupported_grant_type",
          "grant_type has to be client_credentials.");
    }
    Credentials shown =
        basic(request.getHeader(HttpHeaders.AUTHORIZATION)).orElse(new Credentials(id, secret));
    Given given = giveToken.run(shown.id(), shown.secret(), scope, address.of(request));
    return given.error() == null ? answer(given) : refused(given.error());
  }

  private static ResponseEntity<TokenAnswer> answer(Given given) {
    String scope =
        given.scopes().stream().sorted().map(Lifecycle::wireName).collect(Collectors.joining(" "));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new TokenAnswer(
                given.token(), "Bearer", ApiClient.TOKEN.toSeconds(), scope, null, null));
  }

  private static ResponseEntity<TokenAnswer> refused(Error error) {
    return switch (error) {
      case INVALID_CLIENT ->
          refused(
              HttpStatus.UNAUTHORIZED,
              "invalid_client",
              "Client or secret wrong, over, revoked, or from an address that is not allowed.");
      case INVALID_SCOPE ->
          refused(
              HttpStatus.BAD_REQUEST, "invalid_scope", "The client has not all of these scopes.");
      case SLOW_DOWN ->
          refused(
              HttpStatus.TOO_MANY_REQUESTS,
              "slow_down",
              "Too many wrong attempts or too many tokens; wait, and use a token until it ends.");
    };
  }

  private static ResponseEntity<TokenAnswer> refused(
      HttpStatus status, String error, String description) {
    var answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    if (status == HttpStatus.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"api\"");
    }
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      answer.header(HttpHeaders.RETRY_AFTER, "60");
    }
    return answer.body(new TokenAnswer(null, null, null, null, error, description));
  }

  private static Optional<Credentials> basic(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      String[] parts =
          new String(
                  Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8)
              .split(":", 2);
      return parts.length < 2
          ? Optional.empty()
          : Optional.of(new Credentials(decoded(parts[0]), decoded(parts[1])));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
