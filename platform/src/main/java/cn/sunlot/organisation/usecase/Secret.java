package cn.sunlot.organisation.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Something that only its holder knows: 256 random bits behind a few letters by which scanners of
 * leaked secrets know it. So much chance needs no slow hash.
 *
 * @param text shown once
 */
record Secret(String text) {

  static final String CLIENT = "slc_";
  static final String TOKEN = "slt_";

  private static final int BYTES = 32;

  static Secret fresh(String kind, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(kind + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is kept of it. */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "secret";
  }
}
