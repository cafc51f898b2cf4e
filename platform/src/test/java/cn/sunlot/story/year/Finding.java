package cn.sunlot.story.year;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What officers put down of a visit: the change of a record in which all was well. */
interface Finding extends Consumer<Map<String, Object>> {

  static Finding nothingFound() {
    return content -> {};
  }

  /** Every item of the department has this result. */
  static Finding found(String type, String finding) {
    return content ->
        items(
            content,
            item -> {
              item.put("type", type);
              item.put("finding", finding);
            });
  }

  /** The same, with a lead for another authority. */
  static Finding leadFor(String receiver, String type, String finding) {
    return content -> {
      found(type, finding).accept(content);
      items(
          content,
          item ->
              item.put(
                  "added",
                  List.of(
                      Map.of(
                          "question",
                          "",
                          "text",
                          finding,
                          "consequence",
                          Map.of("kind", "transfer", "to", receiver, "text", "依法处理")))));
    };
  }

  /** No inspection was possible. */
  static Finding direct(String reason, String seen) {
    return content -> content.put("direct", Map.of("reason", reason, "explanation", seen));
  }

  /** Nobody signs for the business; the officers put down why. */
  static Finding refusesToSign(String explanation) {
    return content ->
        content.put(
            "signature",
            Map.of("signed", false, "signer", "", "explanation", explanation, "witness", ""));
  }

  static Finding by(String... methods) {
    return content -> content.put("methods", List.of(methods));
  }

  private static void items(Map<String, Object> content, Consumer<Map<String, Object>> change) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Object entry : (List<?>) Objects.requireNonNull(content.get("items"))) {
      Map<String, Object> item = new HashMap<>();
      ((Map<?, ?>) entry).forEach((k, v) -> item.put(String.valueOf(k), v));
      change.accept(item);
      items.add(item);
    }
    content.put("items", items);
  }
}
