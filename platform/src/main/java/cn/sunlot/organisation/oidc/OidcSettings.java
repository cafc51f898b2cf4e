package cn.sunlot.organisation.oidc;

import cn.sunlot.kernel.WrongSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * What an installation says of its identity provider.
 *
 * @param issuer address that its descriptions lie below
 * @param clientSecret empty for a public client
 * @param name on the button
 * @param claim of the ID token that names the login
 * @param secondFactor values of {@code acr} or {@code amr} that stand for a second factor, each as
 *     {@code acr:value}
 * @param address of the back office as browsers reach it; empty to take it from each request
 */
record OidcSettings(
    String issuer,
    String clientId,
    String clientSecret,
    String name,
    String claim,
    Set<String> secondFactor,
    String address) {

  private static final String PREFIX = "sunlot.oidc.";
  private static final String ISSUER = PREFIX + "issuer";

  OidcSettings {
    secondFactor = Set.copyOf(secondFactor);
  }

  @Override
  public String toString() {
    return issuer + " as " + clientId;
  }

  /**
   * Reads them; empty where no provider is set.
   *
   * @throws WrongSetting naming what is wrong
   */
  static Optional<OidcSettings> read(Environment environment) {
    String issuer = text(environment, "issuer", "");
    if (issuer.isEmpty()) {
      demandNothingElse(environment);
      return Optional.empty();
    }
    demandSafe("issuer", issuer);
    String clientId = text(environment, "client-id", "");
    if (clientId.isEmpty()) {
      throw new WrongSetting("SUNLOT_OIDC_ISSUER is set, but not SUNLOT_OIDC_CLIENT_ID.");
    }
    String address = text(environment, "address", "");
    if (!address.isEmpty()) {
      demandSafe("address", address);
    }
    return Optional.of(
        new OidcSettings(
            issuer,
            clientId,
            secret(environment),
            text(environment, "name", "统一身份认证"),
            text(environment, "claim", "preferred_username"),
            secondFactor(text(environment, "second-factor", "")),
            address.replaceFirst("/+$", "")));
  }

  private static void demandNothingElse(Environment environment) {
    for (String name : List.of("client-id", "client-secret", "client-secret-file")) {
      if (!text(environment, name, "").isEmpty()) {
        throw new WrongSetting(ISSUER, "", "set it too, or unset all SUNLOT_OIDC_….");
      }
    }
  }

  /** Over plain http anybody on the way could sign in as anybody. */
  private static void demandSafe(String name, String value) {
    String possible = "write an address that begins with https://.";
    URI address;
    try {
      address = URI.create(value);
    } catch (IllegalArgumentException e) {
      throw new WrongSetting(PREFIX + name, value, possible);
    }
    String host = address.getHost();
    boolean local = host != null && Set.of("127.0.0.1", "localhost", "[::1]").contains(host);
    if (host == null
        || !"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && local)
        || address.getQuery() != null
        || address.getFragment() != null) {
      throw new WrongSetting(PREFIX + name, value, possible);
    }
  }

  private static String secret(Environment environment) {
    String given = text(environment, "client-secret", "");
    String file = text(environment, "client-secret-file", "");
    if (!given.isEmpty() && !file.isEmpty()) {
      throw new WrongSetting(
          "SUNLOT_OIDC_CLIENT_SECRET and SUNLOT_OIDC_CLIENT_SECRET_FILE are both set. Keep one.");
    }
    try {
      return file.isEmpty() ? given : Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new WrongSetting(
          PREFIX + "client-secret-file", file, "the file cannot be read (" + e + ").");
    }
  }

  private static Set<String> secondFactor(String text) {
    Set<String> values =
        Stream.of(text.split(","))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    if (!values.stream().allMatch(v -> v.matches("(acr|amr):.+"))) {
      throw new WrongSetting(
          PREFIX + "second-factor", text, "write acr:<value> or amr:<value>, several with commas.");
    }
    return values;
  }

  private static String text(Environment environment, String name, String normal) {
    String text = environment.getProperty(PREFIX + name, "").strip();
    return text.isEmpty() ? normal : text;
  }
}
