package cn.sunlot.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;

class SuiteTest {

  static final Suites BOTH = Suites.withSm3(SM3.Digest::new);

  @Test
  void hmac_sha256_agrees_with_the_jdk_for_all_lengths_of_key_and_message() throws Exception {
    Random random = new Random(1);
    for (int n = 1; n < 200; n++) {
      byte[] key = bytes(random, n);
      byte[] message = bytes(random, 200 - n);
      Mac jdk = Mac.getInstance("HmacSHA256");
      jdk.init(new SecretKeySpec(key, "HmacSHA256"));
      assertThat(Suite.SHA256.mac(key, message)).isEqualTo(jdk.doFinal(message));
    }
  }

  @Test
  void hmac_sm3_agrees_with_bouncy_castle_for_all_lengths_of_key_and_message() {
    Random random = new Random(2);
    for (int n = 1; n < 200; n++) {
      byte[] key = bytes(random, n);
      byte[] message = bytes(random, 200 - n);
      HMac peer = new HMac(new SM3Digest());
      peer.init(new KeyParameter(key));
      peer.update(message, 0, message.length);
      byte[] expected = new byte[32];
      peer.doFinal(expected, 0);
      assertThat(BOTH.get("sm3").mac(key, message)).isEqualTo(expected);
    }
  }

  @Test
  void a_ticket_is_the_mac_of_the_label_and_one_byte_whichever_way_it_is_asked_for() {
    byte[] prk = bytes(new Random(3), 32);
    Tickets tickets = Suite.SHA256.tickets(prk);
    byte[] expected =
        Suite.SHA256.mac(prk, "冷库|a".getBytes(StandardCharsets.UTF_8), new byte[] {1});
    byte[] label = "xx冷库|ayy".getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[40];
    tickets.write(label, 2, label.length - 4, out, 5);
    assertThat(tickets.of("冷库|a")).isEqualTo(expected);
    assertThat(Arrays.copyOfRange(out, 5, 37)).isEqualTo(expected);
    assertThat(tickets.fork().of("冷库|a")).isEqualTo(expected);
    prk[0]++;
    assertThat(tickets.fork().of("冷库|a")).as("the key was copied").isEqualTo(expected);
  }

  @Test
  void tickets_written_one_by_one_through_the_default_method_are_the_same() {
    Tickets whole = Suite.SHA256.tickets(new byte[32]);
    Tickets simple = whole::of;
    byte[] a = new byte[34];
    byte[] b = new byte[34];
    byte[] label = "visit-1/a-leader".getBytes(StandardCharsets.UTF_8);
    whole.write(label, 0, 7, a, 2);
    simple.write(label, 0, 7, b, 2);
    assertThat(b).isEqualTo(a);
    assertThat(simple.fork()).isSameAs(simple);
  }

  @Test
  void a_digest_that_is_not_sm3_is_refused_as_sm3() {
    assertThatThrownBy(() -> Suite.sm3(Suite.SHA256::digest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not SM3");
  }

  @Test
  void an_unknown_suite_is_refused_with_the_names_of_the_known_ones() {
    assertThat(BOTH.get("sha256")).isSameAs(Suite.SHA256);
    assertThat(BOTH.get("sm3")).hasToString("sm3");
    assertThatThrownBy(() -> Suites.sha256().get("sm3"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("\"sm3\"")
        .hasMessageContaining("sha256");
  }

  @Test
  void parts_are_hashed_one_after_the_other() {
    byte[] whole = Suite.SHA256.hash("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(Suite.SHA256.hash(new byte[] {'a'}, new byte[] {'b', 'c'})).isEqualTo(whole);
    assertThat(HexFormat.of().formatHex(whole)).startsWith("ba7816bf");
  }

  private static byte[] bytes(Random random, int n) {
    byte[] bytes = new byte[n];
    random.nextBytes(bytes);
    return bytes;
  }
}
