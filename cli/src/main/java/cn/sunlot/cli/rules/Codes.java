package cn.sunlot.cli.rules;

import cn.sunlot.draw.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Codes for what people write in a column: "低风险" → A. A text that is a code already stands for
 * itself.
 */
public record Codes(Map<String, String> byText) {

  static Codes read(Optional<Entry> entry) {
    Map<String, String> byText = new HashMap<>();
    entry.ifPresent(
        e -> e.members().forEach((text, code) -> byText.put(text, code.text(Names.CODE))));
    return new Codes(byText);
  }

  /** The code of this text, if it has one. */
  public Optional<String> of(String text) {
    String code = byText.get(text);
    if (code != null) {
      return Optional.of(code);
    }
    return Names.CODE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
