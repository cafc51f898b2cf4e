package cn.sunlot.fieldwork.usecase;

import cn.sunlot.kernel.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what a rule lists into the words of the reader. */
@Component
class RuleWords {

  private final ProblemTexts texts;

  RuleWords(ProblemTexts texts) {
    this.texts = texts;
  }

  /** Values by their wire names. */
  String of(List<String> wireNames) {
    Locale locale = LocaleContextHolder.getLocale();
    return String.join(
        texts.text("papers.comma", locale),
        wireNames.stream().map(v -> texts.text("policy.value." + v, locale)).toList());
  }
}
