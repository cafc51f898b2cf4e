package cn.sunlot.registry.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialsTest {

  @Test
  void each_character_has_the_letters_of_its_readings() {
    assertThat(Initials.of("淄博阳光")).isEqualTo(List.of("z", "b", "y", "g"));
    assertThat(Initials.of("重庆")).isEqualTo(List.of("zc", "q"));
    assertThat(Initials.of("A3（张店）")).isEqualTo(List.of("a", "3", "z", "d"));
  }

  @Test
  void the_letters_are_those_of_icu() {
    Transliterator pinyin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    for (int c = 0x4E00; c <= 0x9FFF; c += 97) {
      String letter = pinyin.transliterate(Character.toString(c)).strip().substring(0, 1);
      String expected = letter.matches("[a-z]") ? letter : "";
      assertThat(String.join("", Initials.of(Character.toString(c))))
          .as("U+%04X", c)
          .startsWith(expected);
    }
  }
}
