package cn.sunlot.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * A sign for where a request comes from, by which wrong codes are counted. It says nothing to
 * whoever reads the database: the network's address goes through a key that only this process
 * knows.
 */
@Component
class Senders {

  private static final String MAC = "HmacSHA256";
  private static final int V4_NETWORK = 3;
  private static final int V6_NETWORK = 6;

  private final SecretKeySpec key;

  Senders() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, MAC);
  }

  String sign(HttpServletRequest request) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(network(request.getRemoteAddr())), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The network that the address is in: /24, or /48. */
  private static byte[] network(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return Arrays.copyOf(bytes, bytes.length == 4 ? V4_NETWORK : V6_NETWORK);
    } catch (UnknownHostException e) {
      return address.getBytes(StandardCharsets.UTF_8);
    }
  }
}
