package cn.sunlot.checklist;

import cn.sunlot.checklist.Outcome.Consequence;
import cn.sunlot.kernel.web.ProblemTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions and consequences in words, as screens and papers say them. */
@Component
public class ChecklistWords {

  private final ProblemTexts texts;

  ChecklistWords(ProblemTexts texts) {
    this.texts = texts;
  }

  public String text(String key, Locale locale, Object... arguments) {
    return texts.text("checklist." + key, locale, arguments);
  }

  /** An answer as it is read. */
  public String value(String value, Locale locale) {
    return Values.CONFORM.contains(value) ? text("value." + value, locale) : value;
  }

  public String consequence(Consequence then, Locale locale) {
    if (then.kind().equals("text")) {
      return then.text();
    }
    String argument = then.kind().equals("order") ? String.valueOf(then.days()) : then.to();
    String said = text("consequence." + then.kind(), locale, argument);
    return then.text().isEmpty() ? said : text("consequence.with", locale, said, then.text());
  }

  /** Which answer an outcome is about. */
  public String answer(@Nullable Criterion when, Locale locale) {
    if (when == null) {
      return text("condition.by-judgement", locale);
    }
    return when.is() != null && when.given().size() == 1
        ? value(when.is(), locale)
        : criterion(text("condition.answer", locale), when, locale);
  }

  /** What each answer means, a line for each that means something. */
  public List<String> outcomes(Question question, Locale locale) {
    return question.outcomes().stream()
        .filter(o -> !o.consequence().kind().equals("none") || !o.standard().isEmpty())
        .map(o -> text("colon", locale, answer(o.when(), locale), said(o, locale)))
        .toList();
  }

  private String said(Outcome outcome, Locale locale) {
    boolean silent = outcome.consequence().kind().equals("none");
    String then = silent ? "" : consequence(outcome.consequence(), locale);
    if (outcome.standard().isEmpty() || silent) {
      return outcome.standard() + then;
    }
    return text("consequence.with", locale, outcome.standard(), then);
  }

  public String basis(Question question, Locale locale) {
    return question.basis().stream()
        .map(b -> b.law() + b.article())
        .collect(Collectors.joining(text("condition.list", locale)));
  }

  public String condition(Condition condition, Locale locale) {
    String question = condition.question();
    if (question != null) {
      return criterion(question, condition.criterion(), locale);
    }
    if (condition.not() != null) {
      return text("condition.not", locale, condition(condition.not(), locale));
    }
    String and = condition.all() != null ? "condition.all-of" : "condition.any-of";
    return condition.parts().stream()
        .map(part -> part(part, locale))
        .collect(Collectors.joining(text(and, locale)));
  }

  private String part(Condition part, Locale locale) {
    String said = condition(part, locale);
    return part.all() == null && part.any() == null ? said : text("condition.group", locale, said);
  }

  private String criterion(String subject, Criterion criterion, Locale locale) {
    List<String> said = new ArrayList<>();
    if (criterion.is() != null) {
      said.add(text("condition.is", locale, subject, value(criterion.is(), locale)));
    }
    if (criterion.in() != null) {
      String values =
          criterion.in().stream()
              .map(v -> text("condition.quoted", locale, value(v, locale)))
              .collect(Collectors.joining(text("condition.list", locale)));
      said.add(text("condition.in", locale, subject, values));
    }
    bound(said, "greater", subject, criterion.greater(), locale);
    bound(said, "less", subject, criterion.less(), locale);
    bound(said, "atLeast", subject, criterion.atLeast(), locale);
    bound(said, "atMost", subject, criterion.atMost(), locale);
    if (criterion.answered() != null) {
      String key = criterion.answered() ? "condition.answered" : "condition.unanswered";
      said.add(text(key, locale, subject));
    }
    return String.join(text("condition.all-of", locale), said);
  }

  private void bound(
      List<String> said, String name, String subject, @Nullable String value, Locale locale) {
    if (value != null) {
      said.add(text("condition." + name, locale, subject, value));
    }
  }
}
