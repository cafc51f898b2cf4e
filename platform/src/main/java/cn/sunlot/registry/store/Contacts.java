package cn.sunlot.registry.store;

import cn.sunlot.kernel.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Contacts as they lie in the database: sealed, each under the id of its target (PDS-25). The same
 * contact of the same target comes out the same, so that a repeated import changes nothing; equal
 * contacts of two targets do not look equal.
 */
@Component
public class Contacts {

  /** How a sealed contact begins; the table takes no other. */
  static final String SEALED = "sealed:";

  private final Secrets secrets;

  Contacts(Secrets secrets) {
    this.secrets = secrets;
  }

  /** As it is stored. */
  public @Nullable String seal(String unitId, @Nullable String contact) {
    if (contact == null || contact.isEmpty()) {
      return null;
    }
    byte[] sealed = secrets.sealSame(words(unitId), contact.getBytes(StandardCharsets.UTF_8));
    return SEALED + Base64.getEncoder().withoutPadding().encodeToString(sealed);
  }

  /** As people read it; what was never sealed is given as it is. */
  public @Nullable String open(String unitId, @Nullable String stored) {
    if (stored == null || !stored.startsWith(SEALED)) {
      return stored;
    }
    byte[] sealed = Base64.getDecoder().decode(stored.substring(SEALED.length()));
    return new String(secrets.open(words(unitId), sealed), StandardCharsets.UTF_8);
  }

  /** Changes of a target, field → before and after, with its contacts sealed. */
  <V> Map<String, List<Object>> sealChanges(String unitId, Map<String, V> changes) {
    return withContact(changes, contact -> seal(unitId, contact));
  }

  /** The same the other way round. */
  Map<String, List<Object>> openChanges(String unitId, Map<String, List<Object>> changes) {
    return withContact(changes, contact -> open(unitId, contact));
  }

  private static <V> Map<String, List<Object>> withContact(
      Map<String, V> changes, Function<String, @Nullable String> written) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    changes.forEach((field, values) -> all.put(field, List.copyOf((List<?>) values)));
    all.computeIfPresent(
        "contact",
        (field, values) ->
            values.stream()
                .<Object>map(v -> Objects.requireNonNullElse(written.apply(String.valueOf(v)), ""))
                .toList());
    return all;
  }

  private static String words(String unitId) {
    return "registry/contact/" + unitId;
  }
}
