package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.store.PersonStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The code that lets the first administrators in: made anew by every start of an empty platform,
 * shown in its window, kept nowhere.
 */
@Component
public class SetUpCode {

  /** No letter or digit that is taken for another. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  private final PersonStore store;
  private final String code;

  SetUpCode(PersonStore store) {
    this.store = store;
    this.code = make();
  }

  /** The code, as long as nobody has an account. */
  public Optional<String> find() {
    return SystemWork.run(store::isEmpty) ? Optional.of(code) : Optional.empty();
  }

  /** Compares in a time that tells nothing; spaces and case do not matter. */
  boolean matches(String given) {
    String plain = given.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return MessageDigest.isEqual(
        plain.getBytes(StandardCharsets.UTF_8),
        code.replace("-", "").getBytes(StandardCharsets.UTF_8));
  }

  private static String make() {
    var random = new SecureRandom();
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "");
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
