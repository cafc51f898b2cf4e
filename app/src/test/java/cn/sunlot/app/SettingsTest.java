package cn.sunlot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Settings read(Map<String, String> environment, String... arguments) {
    return Settings.read(List.of(arguments), environment);
  }

  @Test
  void without_any_setting_everything_runs_on_the_embedded_database() {
    Settings settings = read(Map.of());
    assertThat(settings)
        .isEqualTo(
            new Settings(Mode.ALL, Path.of("data").toAbsolutePath(), 8080, 8081, null, false));
  }

  @Test
  void a_wrong_value_is_refused_with_its_name_and_what_is_possible() {
    assertThatThrownBy(() -> read(Map.of("SUNLOT_PORT", "80801")))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("SUNLOT_PORT=80801");
    assertThatThrownBy(() -> read(Map.of("SUNLOT_DEMO", "yes")))
        .hasMessageContaining("true or false");
    assertThatThrownBy(() -> read(Map.of(), "--mode=web")).hasMessageContaining("platform, portal");
    assertThatThrownBy(() -> read(Map.of(), "--prot=1")).hasMessageContaining("Usage");
    assertThatThrownBy(() -> read(Map.of("SUNLOT_PORT", "9000", "SUNLOT_PORTAL_PORT", "9000")))
        .hasMessageContaining("a port each");
  }

  @Test
  void a_wrong_address_is_shown_without_the_password_that_may_stand_in_it() {
    assertThatThrownBy(() -> read(Map.of("SUNLOT_DB_URL", "postgres://me:secret@host/db")))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("…@host/db")
        .hasMessageNotContaining("secret");
  }

  @Test
  void users_of_a_database_belong_to_its_address() {
    assertThatThrownBy(() -> read(Map.of("SUNLOT_DB_USER", "a", "SUNLOT_DB_PASSWORD", "b")))
        .hasMessageContaining("SUNLOT_DB_URL");
    assertThatThrownBy(() -> read(Map.of("SUNLOT_DB_URL", "jdbc:postgresql://h/d")))
        .hasMessageContaining("SUNLOT_DB_USER");
    assertThatThrownBy(
            () -> read(Map.of("SUNLOT_DB_URL", "jdbc:postgresql://h/d", "SUNLOT_DB_USER", "a")))
        .hasMessageContaining("belong together");
  }

  @Test
  void the_public_site_alone_needs_its_own_login_and_no_owner() {
    assertThatThrownBy(() -> read(Map.of(), "--mode=portal"))
        .hasMessageContaining("SUNLOT_DB_PORTAL_USER");
    Settings settings =
        read(
            Map.of(
                "SUNLOT_DB_URL", "jdbc:postgresql://h/d",
                "SUNLOT_DB_PORTAL_USER", "site",
                "SUNLOT_DB_PORTAL_PASSWORD", "p"),
            "--mode=portal");
    assertThat(settings.mode()).isEqualTo(Mode.PORTAL);
    assertThat(settings.toString()).doesNotContain("=p,");
  }
}
