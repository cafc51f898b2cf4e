package cn.sunlot.draw.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.text.Refusal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JcsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-1",
        "9007199254740991",
        "-9007199254740991",
        "true",
        "false",
        "[[],{}]",
        "[1,\"冷库😀\",true,{\"A\":[false],\"a\":{}}]",
        "\"\\b\\t\\n\\f\\r\\u0000\\u000b\\u001f\\\"\\\\/\u007f\u2028\"",
      })
  void canonical_text_is_read_and_written_back_unchanged(String text) {
    assertThat(Jcs.text(Jcs.parse(text.getBytes(UTF_8)))).isEqualTo(text);
    assertThat(Jcs.write(Jcs.parseLoose(text.getBytes(UTF_8)))).isEqualTo(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{} `|after-end|column 3",
        "`[1 ,2]`|expected|column 3",
        "`[1, 2]`|value|column 4",
        "`{\"a\":1,\"A\":2}`|key-order|column 8",
        "`\"\\u0009\"`|escape|column 2",
        "`\"\\u001F\"`|escape|column 2",
        "`\"\\u0041\"`|escape|column 2",
        "`\"\\/\"`|escape|column 2",
      })
  void what_is_json_but_not_canonical_is_refused_by_the_strict_reader_only(
      String text, String key, String where) {
    assertThat(Jcs.parseLoose(text.getBytes(UTF_8))).isNotNull();
    refused(text, true, key, where);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|ends-early|column 1",
        "`[1`|ends-early|column 3",
        "`[1,]`|value|column 4",
        "`[,1]`|value|column 2",
        "`{\"a\"}`|expected|column 5",
        "`{\"a\":1,\"a\":1}`|key-twice|column 8",
        "`{\"é\":1}`|key-not-ascii|column 2",
        "`1.0`|integer|column 1",
        "`1e3`|integer|column 1",
        "`1E3`|integer|column 1",
        "`-0`|integer|column 1",
        "`01`|integer|column 1",
        "`-`|value|column 1",
        "`9007199254740992`|integer|column 1",
        "`-9007199254740992`|integer|column 1",
        "`99999999999999999999999999`|integer|column 1",
        "`null`|value|column 1",
        "`tru`|value|column 1",
        "`truth`|value|column 1",
        "`[falsy]`|value|column 2",
        "`\"abc`|ends-early|column 5",
        "`\"\\`|ends-early|column 3",
        "`\"\\x\"`|escape|column 2",
        "`\"\\u00g0\"`|escape|column 2",
        "`\"a\tb\"`|control|column 3",
        "`\"\\\\\tb\"`|control|column 4",
        "`1 1`|after-end|column",
      })
  void what_is_not_json_of_the_restricted_kind_is_refused_by_both_readers(
      String text, String key, String where) {
    refused(text, true, key, where);
    refused(text, false, key, where);
  }

  private static void refused(String text, boolean strict, String key, String where) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThatThrownBy(() -> Object.class.cast(strict ? Jcs.parse(bytes) : Jcs.parseLoose(bytes)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.say().key()).isEqualTo("json." + key))
        .hasMessageContaining(where);
  }

  @Test
  void half_a_surrogate_pair_has_no_utf8_and_is_refused() {
    assertThatThrownBy(() -> Jcs.parseLoose("\"\\ud83d\"".getBytes(UTF_8)))
        .hasMessageContaining("UTF-8");
    assertThat(Jcs.text(Jcs.parseLoose("\"\\ud83d\\uDE00\"".getBytes(UTF_8)))).isEqualTo("\"😀\"");
  }

  @Test
  void bytes_that_are_not_utf8_are_refused() {
    byte[] overlong = {'"', (byte) 0xc0, (byte) 0x80, '"'};
    assertThatThrownBy(() -> Jcs.parse(overlong)).hasMessageContaining("UTF-8");
  }

  @Test
  void nesting_is_limited_to_32_so_that_hostile_input_cannot_exhaust_the_stack() {
    String deep = "[".repeat(32) + "]".repeat(32);
    assertThat(Jcs.text(Jcs.parse(deep.getBytes(UTF_8)))).isEqualTo(deep);
    String wide = "[" + "[],{},".repeat(40) + "[]]";
    assertThat(Jcs.text(Jcs.parse(wide.getBytes(UTF_8)))).isEqualTo(wide);
    assertThatThrownBy(() -> Jcs.parse(("[" + deep + "]").getBytes(UTF_8)))
        .hasMessageContaining("deeper than 32");
  }

  @Test
  void the_loose_reader_names_line_and_column() {
    assertThatThrownBy(() -> Jcs.parseLoose("{\n \"a\": 1,\n \"b\": nil\n}".getBytes(UTF_8)))
        .hasMessageStartingWith("line 3, column 7");
  }

  @Test
  void a_refusal_speaks_chinese_and_english() {
    assertThatThrownBy(() -> Jcs.parse("nil".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.say().in(Locale.CHINA)).startsWith("第 1 行第 1 列");
              assertThat(r.say().in(Locale.GERMANY)).startsWith("第 1 行第 1 列");
              assertThat(r.say().in(Locale.UK)).startsWith("line 1, column 1");
            });
  }

  @Test
  void objects_are_built_in_any_order_and_refuse_a_member_twice() {
    Json built =
        Json.object()
            .put("b", 2)
            .put("a", "x")
            .put("c", true)
            .put("B", List.of(Json.of(1)))
            .put("A", Json.texts(List.of("p", "q")))
            .build();
    assertThat(Jcs.text(built))
        .isEqualTo("{\"A\":[\"p\",\"q\"],\"B\":[1],\"a\":\"x\",\"b\":2,\"c\":true}");
    assertThatThrownBy(() -> Json.object().put("a", 1).put("a", 1))
        .hasMessageContaining("member twice: a");
    assertThatThrownBy(() -> Json.of(1L << 53)).hasMessageContaining("2^53");
    assertThatThrownBy(() -> Json.of(-(1L << 53))).hasMessageContaining("2^53");
  }
}
