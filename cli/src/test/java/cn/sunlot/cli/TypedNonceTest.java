package cn.sunlot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedNonceTest {

  private static String hash(String text) {
    return Names.hex(Suite.SHA256.hash(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void hex_stands_for_itself_dice_and_texts_are_hashed() {
    String hex = "0123456789abcdef".repeat(4);
    assertThat(TypedNonce.of(Suite.SHA256, " " + hex + " ")).contains(hex);
    assertThat(TypedNonce.of(Suite.SHA256, Samples.FIFTY_DICE))
        .contains(hash(Samples.FIFTY_DICE.replace(" ", "")));
    String text = "今天上午十点整在二楼会议室由企业代表随手写下的一句话";
    assertThat(TypedNonce.of(Suite.SHA256, text)).contains(hash(text));
  }

  @Test
  void what_is_easy_to_guess_is_refused() {
    assertThat(TypedNonce.of(Suite.SHA256, "")).isEmpty();
    assertThat(TypedNonce.of(Suite.SHA256, Samples.FIFTY_DICE.substring(1))).isEmpty();
    assertThat(TypedNonce.of(Suite.SHA256, "6".repeat(60))).isEmpty();
    assertThat(TypedNonce.of(Suite.SHA256, "123".repeat(20))).isEmpty();
    assertThat(TypedNonce.of(Suite.SHA256, "a".repeat(60))).isEmpty();
    assertThat(TypedNonce.of(Suite.SHA256, "password")).isEmpty();
  }
}
