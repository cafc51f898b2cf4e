package cn.sunlot.registry.domain;

import org.jspecify.annotations.Nullable;

/** Shows personal data in part. */
public final class Masked {

  private static final String HIDDEN = "*";

  private Masked() {}

  /** Whether this is what is shown of a contact, and not one. */
  public static boolean isPart(@Nullable String contact) {
    return contact != null && contact.contains(HIDDEN);
  }

  /** A telephone or other contact: first three and last two characters at most. */
  public static @Nullable String contact(@Nullable String contact) {
    if (contact == null) {
      return null;
    }
    int length = contact.length();
    if (length <= 5) {
      return HIDDEN.repeat(length);
    }
    return contact.substring(0, 3) + HIDDEN.repeat(length - 5) + contact.substring(length - 2);
  }
}
