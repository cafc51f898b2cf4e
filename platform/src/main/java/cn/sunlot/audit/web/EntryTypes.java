package cn.sunlot.audit.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which types of entries there are: those that have words. A test asks that all have. */
final class EntryTypes {

  private static final String PREFIX = "audit.type.";
  private static final Set<String> ALL = read();

  private static final Set<String> ADMINISTRATION =
      Set.of(
          "api-client-added",
          "api-client-revoked",
          "api-secret-rotated",
          "api-token-given",
          "api-token-refused",
          "calendar-days-changed",
          "calendar-year-announced",
          "conference-saved",
          "contact-shown",
          "delegation-ended",
          "delegation-given",
          "department-added",
          "department-changed",
          "draft-profile-confirmed",
          "expired-profile-confirmed",
          "identity-bound",
          "identity-unbound",
          "password-changed",
          "password-reset",
          "person-added",
          "person-changed",
          "post-added",
          "post-ended",
          "post-taken",
          "profile-loaded",
          "profile-switched",
          "roles-assigned",
          "second-factor-removed",
          "second-factor-reset",
          "second-factor-set",
          "session-ended",
          "set-up",
          "set-up-refused",
          "sign-in-failed",
          "signed-in",
          "township-added",
          "township-changed");

  private EntryTypes() {}

  static Set<String> all() {
    return ALL;
  }

  /**
   * What administrators and accounts did (accounts, roles, departments, calendar, rules), and who
   * looked at personal data for what purpose; no other business of the sections.
   */
  static Set<String> administration() {
    return ADMINISTRATION;
  }

  private static Set<String> read() {
    var texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                EntryTypes.class.getResourceAsStream("/messages/audit.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
