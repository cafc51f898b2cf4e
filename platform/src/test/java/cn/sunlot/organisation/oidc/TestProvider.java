package cn.sunlot.organisation.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An identity provider that answers over HTTP as others do, but says what a test tells it to. It
 * demands the client's secret and the verifier of PKCE.
 */
final class TestProvider {

  static final String CLIENT = "sunlot";
  static final String SECRET = "a secret of the client, with : and %";

  /** Who signs in there, and what the token then says. */
  record Ticket(
      Map<String, String> asked,
      Instant now,
      UnaryOperator<JWTClaimsSet.Builder> change,
      String kind) {}

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey strange;
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private volatile boolean down;

  private TestProvider(HttpServer server) throws JOSEException {
    this.server = server;
    this.key = new RSAKeyGenerator(2048).keyID("one").generate();
    this.strange = new RSAKeyGenerator(2048).keyID("one").generate();
  }

  static TestProvider start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestProvider provider = new TestProvider(server);
      server.createContext("/", provider::answer);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void setDown(boolean isDown) {
    down = isDown;
  }

  /**
   * Somebody signs in at the page that the platform sent the browser to.
   *
   * @param kind {@code signed}, {@code unsigned}, or {@code strange} for a key that is not
   *     published
   * @return the parameters that the browser is sent back with
   */
  Map<String, String> signIn(
      String address, Instant now, String kind, UnaryOperator<JWTClaimsSet.Builder> change) {
    Map<String, String> asked = parameters(URI.create(address).getRawQuery());
    String code = UUID.randomUUID().toString();
    tickets.put(code, new Ticket(asked, now, change, kind));
    return new HashMap<>(Map.of("code", code, "state", asked.get("state")));
  }

  static Map<String, String> parameters(String query) {
    return Stream.of(query.split("&"))
        .map(p -> p.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Object body =
        switch (path) {
          case "/.well-known/openid-configuration" -> description();
          case "/keys" -> new JWKSet(key.toPublicJWK()).toJSONObject();
          case "/token" -> token(exchange);
          default -> null;
        };
    byte[] bytes = new JsonMapper().writeValueAsBytes(body == null ? Map.of() : body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    int status =
        down || body == null
            ? 503
            : body instanceof Map<?, ?> m && m.containsKey("error") ? 400 : 200;
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Map<String, Object> description() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issuer", issuer());
    all.put("authorization_endpoint", issuer() + "/authorize");
    all.put("token_endpoint", issuer() + "/token");
    all.put("jwks_uri", issuer() + "/keys");
    all.put("end_session_endpoint", issuer() + "/end");
    all.put("response_types_supported", new String[] {"code"});
    all.put("subject_types_supported", new String[] {"public"});
    all.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
    return all;
  }

  private Map<String, Object> token(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Ticket ticket = tickets.remove(sent.getOrDefault("code", ""));
    if (ticket == null || !isTheClient(exchange)) {
      return Map.of("error", ticket == null ? "invalid_grant" : "invalid_client");
    }
    CodeChallenge challenge =
        CodeChallenge.compute(
            CodeChallengeMethod.S256, new CodeVerifier(sent.getOrDefault("code_verifier", "")));
    if (!challenge.getValue().equals(ticket.asked().get("code_challenge"))
        || !"S256".equals(ticket.asked().get("code_challenge_method"))
        || !Objects.equals(ticket.asked().get("redirect_uri"), sent.get("redirect_uri"))) {
      return Map.of("error", "invalid_grant");
    }
    return Map.of(
        "access_token",
        UUID.randomUUID().toString(),
        "token_type",
        "Bearer",
        "expires_in",
        60,
        "id_token",
        idToken(ticket));
  }

  private static boolean isTheClient(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return false;
    }
    String[] parts =
        new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8)
            .split(":", 2);
    return URLDecoder.decode(parts[0], StandardCharsets.UTF_8).equals(CLIENT)
        && URLDecoder.decode(parts[1], StandardCharsets.UTF_8).equals(SECRET);
  }

  private String idToken(Ticket ticket) {
    JWTClaimsSet claims =
        ticket
            .change()
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(CLIENT)
                    .issueTime(Date.from(ticket.now()))
                    .expirationTime(Date.from(ticket.now().plusSeconds(300)))
                    .claim("nonce", ticket.asked().get("nonce")))
            .build();
    try {
      if (ticket.kind().equals("unsigned")) {
        return new PlainJWT(claims).serialize();
      }
      var signed =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      signed.sign(new RSASSASigner(ticket.kind().equals("strange") ? strange : key));
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
