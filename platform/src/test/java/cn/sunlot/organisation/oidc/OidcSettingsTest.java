package cn.sunlot.organisation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.kernel.WrongSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class OidcSettingsTest {

  private static MockEnvironment with(Map<String, String> settings) {
    var environment = new MockEnvironment();
    settings.forEach((name, value) -> environment.setProperty("sunlot.oidc." + name, value));
    return environment;
  }

  private static void demandWrong(Map<String, String> settings, String message) {
    var environment = with(settings);
    assertThatThrownBy(() -> OidcSettings.read(environment))
        .isInstanceOf(WrongSetting.class)
        .hasMessage(message);
  }

  @Test
  void without_an_issuer_there_is_none_and_the_rest_is_not_set() {
    assertThat(OidcSettings.read(new MockEnvironment())).isEmpty();
    demandWrong(
        Map.of("client-id", "sunlot"),
        "SUNLOT_OIDC_ISSUER=: set it too, or unset all SUNLOT_OIDC_….");
  }

  @Test
  void the_secret_may_lie_in_a_file(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "of the client\n");
    var settings =
        OidcSettings.read(
                with(
                    Map.of(
                        "issuer", "https://login.example/realms/city",
                        "client-id", "sunlot",
                        "client-secret-file", file.toString(),
                        "second-factor", "acr:gold, amr:otp",
                        "address", "https://sunlot.example/")))
            .orElseThrow();
    assertThat(settings.clientSecret()).isEqualTo("of the client");
    assertThat(settings.claim()).isEqualTo("preferred_username");
    assertThat(settings.secondFactor()).isEqualTo(Set.of("acr:gold", "amr:otp"));
    assertThat(settings.address()).isEqualTo("https://sunlot.example");
    assertThat(settings.toString()).doesNotContain("of the client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"login.example", "http://login.example", "https://login.example?x=1", "a b"})
  void an_issuer_is_reached_safely(String issuer) {
    demandWrong(
        Map.of("issuer", issuer, "client-id", "sunlot"),
        "SUNLOT_OIDC_ISSUER=" + issuer + ": write an address that begins with https://.");
  }

  @Test
  void what_does_not_go_together_is_named() {
    demandWrong(
        Map.of("issuer", "https://login.example"),
        "SUNLOT_OIDC_ISSUER is set, but not SUNLOT_OIDC_CLIENT_ID.");
    demandWrong(
        Map.of(
            "issuer", "https://login.example",
            "client-id", "sunlot",
            "client-secret", "x",
            "client-secret-file", "y"),
        "SUNLOT_OIDC_CLIENT_SECRET and SUNLOT_OIDC_CLIENT_SECRET_FILE are both set. Keep one.");
    demandWrong(
        Map.of("issuer", "https://login.example", "client-id", "sunlot", "second-factor", "gold"),
        "SUNLOT_OIDC_SECOND_FACTOR=gold: write acr:<value> or amr:<value>, several with commas.");
  }

  @Test
  void passwords_are_not_switched_off_where_there_is_no_other_way_in() {
    var environment =
        new MockEnvironment().withProperty("sunlot.password.sign-in", "administrators");
    assertThatThrownBy(() -> new OidcConfiguration(environment))
        .hasMessage(
            "SUNLOT_PASSWORD_SIGN_IN=administrators: nobody else could sign in: set"
                + " SUNLOT_OIDC_ISSUER too, or write everybody.");
  }
}
