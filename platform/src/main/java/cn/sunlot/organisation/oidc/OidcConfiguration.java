package cn.sunlot.organisation.oidc;

import cn.sunlot.kernel.WrongSetting;
import cn.sunlot.organisation.domain.PasswordSignIn;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which ways of signing in are open here; a wrong setting ends the start. */
@Configuration
class OidcConfiguration {

  private static final String PASSWORDS = "sunlot.password.sign-in";

  private final Optional<OidcSettings> settings;
  private final PasswordSignIn passwords;

  OidcConfiguration(Environment environment) {
    this.settings = OidcSettings.read(environment);
    this.passwords =
        WrongSetting.choice(
            PASSWORDS,
            environment.getProperty(PASSWORDS, "everybody").strip(),
            PasswordSignIn.class);
    if (passwords == PasswordSignIn.ADMINISTRATORS && settings.isEmpty()) {
      throw new WrongSetting(
          PASSWORDS,
          "administrators",
          "nobody else could sign in: set SUNLOT_OIDC_ISSUER too, or write everybody.");
    }
  }

  Optional<OidcSettings> settings() {
    return settings;
  }

  @Bean
  PasswordSignIn passwordSignIn() {
    return passwords;
  }
}
