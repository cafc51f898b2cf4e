package cn.sunlot.portal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes in the reader's language; {@code @words} in the templates. */
@Component("words")
class Words {

  private static final String OTHER = "other:";

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * A code in words: {@code words.<kind>.<code>}; what somebody stated behind {@code other:} as it
   * stands; an unknown code as it is.
   */
  public String of(String kind, @Nullable String code) {
    if (code == null) {
      return "";
    }
    if (code.startsWith(OTHER)) {
      return code.substring(OTHER.length()).strip();
    }
    return text("words." + kind + "." + code, code);
  }

  /**
   * A stratum: a class, or a class and a region.
   *
   * @param region its name, or ""
   */
  public String stratum(String stratum, String region) {
    String ofClass = of("stratum", stratum.split("\\.", 2)[0]);
    return region.isEmpty() ? of("stratum", stratum) : ofClass + " · " + region;
  }

  /** What a step of the public log is called. */
  public String entry(String type) {
    return text("audit.type." + type, type);
  }

  /** Several codes, with the comma of the language. */
  public String all(String kind, String[] codes) {
    return joined(Arrays.stream(codes).map(c -> of(kind, c)).toList());
  }

  /** Texts with the comma of the language. */
  public String joined(List<String> texts) {
    return String.join(text("comma", "、"), texts);
  }

  /** The same code several times as "2 × …". */
  public String counted(String kind, String[] codes) {
    List<String> parts = new ArrayList<>();
    for (String code : Arrays.stream(codes).distinct().toList()) {
      long times = Arrays.stream(codes).filter(code::equals).count();
      parts.add(of(kind, code) + (times > 1 ? " × " + times : ""));
    }
    return joined(parts);
  }

  private String text(String key, String otherwise) {
    return String.valueOf(
        messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
  }
}
