package cn.sunlot.organisation.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a person proves beside the password: codes of an app (RFC 6238: SHA-1, six digits, half a
 * minute, as every app has it), or one of the recovery codes on paper.
 *
 * @param secret in base32, 160 bits
 * @param recoveryCodes those not used yet
 * @param confirmed whether the app has shown that it knows the secret
 * @param lastStep number of the last half minute whose code was used
 */
public record SecondFactor(
    UUID personId, String secret, List<String> recoveryCodes, boolean confirmed, long lastStep) {

  /** How long a code is shown. */
  public static final Duration STEP = Duration.ofSeconds(30);

  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_LENGTH = 10;

  /** Without those that are taken for another when they are read from paper. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /** How apps compute codes. */
  public interface Codes {
    /** A secret of these random bytes, in base32. */
    String secret(byte[] bytes);

    /** The code of a half minute, by its number since 1970. */
    String code(String secret, long step);
  }

  public SecondFactor {
    recoveryCodes = List.copyOf(recoveryCodes);
  }

  /** A new one, to be confirmed. */
  public static SecondFactor fresh(UUID personId, Codes codes, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    List<String> recovery =
        Stream.generate(() -> recoveryCode(random)).distinct().limit(RECOVERY_CODES).toList();
    return new SecondFactor(personId, codes.secret(secret), recovery, false, 0);
  }

  private static String recoveryCode(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < RECOVERY_LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** The address that an app takes up from a QR code. */
  public String address(String issuer, String login) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(login), secret, encoded(issuer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The factor after this code was used; empty if the code is none of it or was used before. Codes
   * of the half minute before and after are accepted, for clocks that are not quite right.
   */
  public Optional<SecondFactor> accept(String typed, Instant now, Codes codes) {
    String code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    if (code.length() == RECOVERY_LENGTH) {
      return confirmed ? withoutRecoveryCode(code) : Optional.empty();
    }
    long step = now.getEpochSecond() / STEP.toSeconds();
    return IntStream.of(0, -1, 1)
        .mapToLong(off -> step + off)
        .filter(s -> s > lastStep && same(code, codes.code(secret, s)))
        .boxed()
        .findFirst()
        .map(s -> new SecondFactor(personId, secret, recoveryCodes, true, s));
  }

  private Optional<SecondFactor> withoutRecoveryCode(String code) {
    List<String> left = recoveryCodes.stream().filter(c -> !same(c, code)).toList();
    return left.size() == recoveryCodes.size()
        ? Optional.empty()
        : Optional.of(new SecondFactor(personId, secret, left, confirmed, lastStep));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
