package cn.sunlot.organisation.usecase;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Addresses and networks that another system may come from. */
public final class ClientAddresses {

  /** What an address looks like; a name would be looked up, and whoever answers would let in. */
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(" + OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?");

  private ClientAddresses() {}

  /** Whether it is an address, or a network as {@code 10.1.2.0/24}. */
  public static boolean isOne(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return false;
    }
    try {
      new IpAddressMatcher(text);
      return true;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  /** Whether the address lies in one of them. */
  public static boolean cover(List<String> allowed, String address) {
    return allowed.stream().anyMatch(a -> new IpAddressMatcher(a).matches(address));
  }
}
