package cn.sunlot.kernel.web;

import cn.sunlot.kernel.Citations;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Problem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Refused.FieldError;
import cn.sunlot.kernel.WrongValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a problem into words: what happened, why (which rule), what to do now. */
@Component
public class ProblemTexts {

  private final MessageSource messages;
  private final Citations citations;

  ProblemTexts(MessageSource messages, Citations citations) {
    this.messages = messages;
    this.citations = citations;
  }

  /** The problem document of a refusal in the reader's language. */
  public ProblemResponse of(Refused refused, Locale locale) {
    Problem problem = refused.problem();
    Object[] arguments = refused.arguments();
    return new ProblemResponse(
        "urn:sunlot:problem:" + problem.code(),
        Objects.requireNonNullElse(text(problem, "title", arguments, locale), problem.code()),
        problem.status(),
        text(problem, "what", arguments, locale),
        refused.clauses(),
        why(refused, arguments, locale),
        text(problem, "now", arguments, locale),
        refused.allowedCommands(),
        errors(refused, locale),
        null);
  }

  /** The reason, by the documents and articles of the clauses that the refusal cites. */
  private @Nullable String why(Refused refused, Object[] arguments, Locale locale) {
    String reason = text(refused.problem(), "why", arguments, locale);
    String articles = citations.inWords(refused.clauses(), locale);
    return reason == null || articles.isEmpty()
        ? reason
        : text("kernel.why-by-articles", locale, articles, reason);
  }

  private List<FieldError> errors(Refused refused, Locale locale) {
    var wrong = refused.wrongValues().stream().map(w -> inWords(w, locale));
    return Stream.concat(refused.errors().stream(), wrong).toList();
  }

  private FieldError inWords(WrongValue wrong, Locale locale) {
    Object[] arguments = wrong.arguments().toArray();
    return new FieldError(
        wrong.row(),
        wrong.field(),
        wrong.value(),
        text(wrong.key(), locale, arguments),
        messages.getMessage(wrong.key() + ".fix", arguments, null, locale));
  }

  /** A text of a module: {@code <module>.<key>}, or the key itself where none is given. */
  public String text(String key, Locale locale, Object... arguments) {
    return String.valueOf(messages.getMessage(key, arguments, key, locale));
  }

  /** The name of an enum constant on screens: {@code <module>.<type>.<constant>}. */
  public String text(String module, Enum<?> value, Locale locale) {
    String type = Lifecycle.kebab(value.getDeclaringClass().getSimpleName());
    return text(module + "." + type + "." + Lifecycle.wireName(value), locale);
  }

  private @Nullable String text(Problem problem, String part, Object[] arguments, Locale locale) {
    return messages.getMessage("problem." + problem.code() + "." + part, arguments, null, locale);
  }
}
