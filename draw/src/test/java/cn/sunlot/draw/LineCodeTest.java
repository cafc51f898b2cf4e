package cn.sunlot.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.text.Refusal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineCodeTest {

  private static final String DRAW = "D-2026-0007.370300";
  private static final String SALT = "00ff".repeat(16);
  private static final String UNIT = "913703001642XXXX4R";

  private final LineCode code = LineCode.of(DRAW, UNIT, SALT);

  @Test
  void a_code_comes_back_as_it_was_for_units_of_any_kind_and_length() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String unit = "登记:" + "甲".repeat(random.nextInt(20)) + Long.toHexString(random.nextLong());
      byte[] salt = new byte[32];
      random.nextBytes(salt);
      LineCode each = LineCode.of("D-" + i, unit.substring(random.nextInt(3)), Names.hex(salt));
      assertThat(LineCode.parse(each.text())).isEqualTo(each);
    }
  }

  @Test
  void how_people_type_it_does_not_matter() {
    String typed =
        code.text()
            .toLowerCase(Locale.ROOT)
            .replace("-", " – ")
            .replace('0', 'o')
            .replace('1', 'l');
    assertThat(LineCode.parse(typed)).isEqualTo(code);
    assertThat(LineCode.parse(code.text().replace("-", "\n"))).isEqualTo(code);
  }

  @Test
  void any_single_slip_is_found() {
    String text = code.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '-') {
        char other = text.charAt(i) == '7' ? '8' : '7';
        String slip = text.substring(0, i) + other + text.substring(i + 1);
        assertThatThrownBy(() -> LineCode.parse(slip)).as(slip).isInstanceOf(Refusal.class);
      }
    }
    assertThatThrownBy(() -> LineCode.parse(text.substring(0, text.length() - 1)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> LineCode.parse(text + "0")).isInstanceOf(Refusal.class);
  }

  @Test
  void what_is_no_code_is_refused() {
    for (String wrong : new String[] {"", "U", "查询码", "0".repeat(80), "7".repeat(5000)}) {
      assertThatThrownBy(() -> LineCode.parse(wrong)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void it_knows_its_draw_and_opens_the_line() {
    assertThat(code.isOf(DRAW)).isTrue();
    assertThat(code.isOf("D-2026-0008.370300")).isFalse();
    Units units = new Units(Suite.SHA256, DRAW, new byte[32]);
    Opening opening = units.open(UNIT);
    assertThat(LineCode.of(DRAW, UNIT, opening.salt()).open(Suite.SHA256, DRAW)).isEqualTo(opening);
  }
}
