package cn.sunlot.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.sheets.Change.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedTest {

  @Test
  void lettersDigitsAndSignsBecomeHalfWidth() {
    Normalised name = Normalised.ofText("ＡＢｃ１２３＆＃－公司");
    assertThat(name.text()).isEqualTo("ABc123&#-公司");
    assertThat(name.changes()).containsExactly(new Change(Kind.WIDTH_FOLDED, 9, 'Ａ'));
  }

  @Test
  void chinesePunctuationStaysInNamesAndGoesFromCodes() {
    String name = "淄博（集团）有限公司，张店：一；二！三？";
    assertThat(Normalised.ofText(name)).isEqualTo(new Normalised(name, List.of()));
    assertThat(Normalised.ofCode("鲁（２０２６）１").text()).isEqualTo("鲁(2026)1");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        ' ', '\t', '\n', '\r', 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x2000, 0x2007, 0x200A, 0x2028,
        0x2029, 0x202F, 0x205F, 0x2800, 0x3000, 0x3164, 0xFFA0
      })
  void everyKindOfBlankIsTrimmedJoinedAndRemovedFromCodes(int blank) {
    String b = Character.toString(blank);
    assertThat(Normalised.ofText(b + "甲" + b + b + "乙" + b).text()).isEqualTo("甲 乙");
    assertThat(Normalised.ofText(b + "甲" + b).changes())
        .extracting(Change::kind, Change::count)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.TRIMMED, 2));
    assertThat(Normalised.ofCode("91" + b + "37").text()).isEqualTo("9137");
    assertThat(Blanks.blank(b)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x1F, 0x7F, 0x9F, 0xAD, 0x034F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x202E,
        0x2060, 0x2066, 0xFEFF, 0xFE0F, 0xE0041
      })
  void charactersThatCannotBeSeenAreRemoved(int codePoint) {
    Normalised name = Normalised.ofText("甲" + Character.toString(codePoint) + "乙");
    assertThat(name.text()).isEqualTo("甲乙");
    assertThat(name.changes()).containsExactly(new Change(Kind.INVISIBLE_REMOVED, 1, codePoint));
    assertThat(Blanks.blank(Character.toString(codePoint))).isTrue();
  }

  @Test
  void privateUseVariantsAndLostCharactersAreKeptAndReported() {
    String name = "王\uE863\uDB80\uDC00葛\uDB40\uDD00\uFFFD";
    Normalised normal = Normalised.ofText(name);
    assertThat(normal.text()).isEqualTo(name);
    assertThat(normal.changed()).isFalse();
    assertThat(normal.changes())
        .containsExactly(
            new Change(Kind.PRIVATE_USE_KEPT, 2, 0xE863),
            new Change(Kind.VARIANT_KEPT, 1, 0xE0100),
            new Change(Kind.LOST_CHARACTER, 1, 0xFFFD));
    assertThat(normal.changes().get(0).message().zh()).contains("2 处").contains("U+E863");
  }

  @Test
  void radicalsCopiedFromPdfBecomeTheirCharacters() {
    Normalised name = Normalised.ofText("⽂化⾏业");
    assertThat(name.text()).isEqualTo("文化行业");
    assertThat(name.changes()).containsExactly(new Change(Kind.RADICAL_FOLDED, 2, 0x2F42));
  }

  @Test
  void aTextThatIsFineIsLeftAlone() {
    for (String text : List.of("", "甲公司", "ABC-1 Ltd.", "䶮𬭎", "〇一", "é")) {
      assertThat(Normalised.ofText(text)).isEqualTo(new Normalised(text, List.of()));
    }
  }

  @Test
  void normalisingTwiceChangesNothingMore() {
    Random random = new Random(11);
    int[] interesting = {
      ' ', 0x3000, 0xFF21, 0xFF08, 0x200B, 0x2F00, 0xE000, 'a', '甲', 0xFF5E, 0xA0
    };
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        text.appendCodePoint(interesting[random.nextInt(interesting.length)]);
      }
      Normalised name = Normalised.ofText(text.toString());
      Normalised code = Normalised.ofCode(text.toString());
      assertThat(Normalised.ofText(name.text()).changed()).isFalse();
      assertThat(Normalised.ofCode(code.text()).changed()).isFalse();
      assertThat(name.changed()).isEqualTo(!name.text().contentEquals(text));
      assertThat(code.changed()).isEqualTo(!code.text().contentEquals(text));
    }
  }
}
