package cn.sunlot.draw.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NodeTest {

  private final Node node =
      Node.root(
          Jcs.parse("{\"a\":[1,true],\"i\":5,\"o\":{\"x\":\"y\"},\"t\":\"abc\"}".getBytes(UTF_8)));

  @Test
  void values_are_read_as_what_they_are() {
    assertThat(node.get("a").items().get(0).integer(1, 1)).isEqualTo(1);
    assertThat(node.get("a").items().get(1).truth()).isTrue();
    assertThat(node.get("i").integer(5, 6)).isEqualTo(5);
    node.get("o").members().forEach((key, v) -> assertThat(key + v.text()).isEqualTo("xy"));
    assertThat(node.get("o").members()).hasSize(1);
    assertThat(node.get("t").text(Pattern.compile("[a-c]+"))).isEqualTo("abc");
    assertThat(node.find("none")).isEmpty();
    assertThat(node.only("a", "i", "o", "t", "u")).isSameAs(node);
  }

  @Test
  void another_kind_is_refused_with_its_path() {
    refused(() -> node.get("i").text(), "$.i: must be a string");
    refused(() -> node.get("t").integer(0, 9), "$.t: must be an integer");
    refused(() -> node.get("t").truth(), "$.t: must be true or false");
    refused(() -> node.get("t").items(), "$.t: must be an array");
    refused(() -> node.get("a").items().get(1).members(), "$.a[1]: must be an object");
    refused(() -> node.get("o").get("x").get("z"), "$.o.x: must be an object");
  }

  @Test
  void a_value_outside_what_is_allowed_is_refused_with_its_path() {
    refused(() -> node.get("i").integer(6, 9), "$.i: 5 is not between 6 and 9");
    refused(() -> node.get("i").integer(0, 4), "$.i: 5 is not between 0 and 4");
    refused(() -> node.get("t").text(Pattern.compile("ab")), "$.t: \"abc\" does not fit");
    refused(() -> node.get("z"), "$: member \"z\" is missing");
    refused(() -> node.only("a", "t"), "$: has unknown members i, o");
    refused(() -> node.get("o").only(), "$.o: has unknown members x");
  }

  private static void refused(ThrowingCallable call, String text) {
    assertThatThrownBy(call).hasMessageStartingWith(text);
  }
}
