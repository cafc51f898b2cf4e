package cn.sunlot.policy.web;

import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Profile.ChainLink;
import cn.sunlot.policy.Setting;
import cn.sunlot.policy.YearDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Puts a profile into words: no key, no code, only what people call it. */
@Component
class ProfileWords {

  /**
   * A rule in words.
   *
   * @param key name of the rule, for links
   * @param title what it is called
   * @param words what it is about
   * @param article articles on which it rests
   * @param values what it says
   */
  record RuleView(
      String key, String title, String words, List<String> article, List<ValueView> values) {}

  /**
   * One value of a rule.
   *
   * @param name what it is called; "" where the rule is this one value
   * @param value the value in words
   * @param from the profile that sets it
   * @param article articles on which that profile rests it
   * @param displaced what other profiles say, where that does not prevail
   */
  record ValueView(
      String name, String value, String from, List<String> article, List<Displaced> displaced) {}

  /** A value that does not prevail, and whose it is. */
  record Displaced(String value, String from, List<String> article) {}

  private final ProblemTexts texts;
  private final ObjectMapper json;

  ProfileWords(ProblemTexts texts, ObjectMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** All rules of a profile, in the order of the base rules. */
  List<RuleView> rules(Profile profile, Locale locale) {
    List<RuleView> views = new ArrayList<>();
    profile
        .ruling()
        .forEach(
            (rule, settings) -> {
              String key = "policy.rule." + rule;
              List<ValueView> values =
                  settings.stream().map(s -> value(profile, s, locale)).toList();
              views.add(
                  new RuleView(
                      rule,
                      texts.text(key, locale),
                      texts.text(key + ".words", locale),
                      values.stream().flatMap(v -> v.article().stream()).distinct().toList(),
                      values));
            });
    return views;
  }

  /** What a value is called; "" where the rule is this one value. */
  String name(String rule, String field, Locale locale) {
    return field.isEmpty() ? "" : texts.text("policy.field." + rule + "." + field, locale);
  }

  /** A value of which a profile says nothing, because it is from before it was asked. */
  ValueView unsaid(String rule, String field, Locale locale) {
    return new ValueView(
        name(rule, field, locale),
        texts.text("policy.value.not-laid-down", locale),
        "",
        List.of(),
        List.of());
  }

  ValueView value(Profile profile, Setting setting, Locale locale) {
    List<Displaced> displaced =
        profile.displaced().stream()
            .filter(d -> d.rule().equals(setting.rule()) && d.field().equals(setting.field()))
            .filter(d -> !d.json().equals(setting.json()))
            .map(
                d ->
                    new Displaced(
                        words(d, locale),
                        from(profile, d, locale),
                        articles(profile, d.clauses(), locale)))
            .toList();
    return new ValueView(
        name(setting.rule(), setting.field(), locale),
        words(setting, locale),
        from(profile, setting, locale),
        articles(profile, setting.clauses(), locale),
        displaced);
  }

  private String words(Setting setting, Locale locale) {
    return words(setting.rule(), json.readTree(setting.json()), locale);
  }

  private String words(String rule, JsonNode value, Locale locale) {
    if (value.isNull()) {
      return texts.text("policy.value.not-laid-down", locale);
    }
    if (value.isBoolean()) {
      return texts.text(value.booleanValue() ? "policy.value.yes" : "policy.value.no", locale);
    }
    if (value.isArray()) {
      return value.isEmpty()
          ? texts.text("policy.value.nothing", locale)
          : value
              .valueStream()
              .map(v -> words(rule, v, locale))
              .collect(Collectors.joining(texts.text("policy.value.separator", locale)));
    }
    if (value.isObject()) {
      return term(value, locale);
    }
    return value.isString() ? choice(rule, value.stringValue(), locale) : value.toString();
  }

  /** A word that means something else in one rule than in others has a text of its own there. */
  private String choice(String rule, String value, Locale locale) {
    if (YearDay.isOne(value)) {
      return yearDay(YearDay.parse(value), locale);
    }
    String own = "policy.value." + rule + "." + value;
    String text = texts.text(own, locale);
    return text.equals(own) ? texts.text("policy.value." + value, locale) : text;
  }

  private String yearDay(YearDay day, Locale locale) {
    return texts.text(
        day.day() == null ? "policy.term.month-end" : "policy.term.year-day",
        locale,
        String.valueOf(day.month().getValue()),
        String.valueOf(day.day()),
        day.month().getDisplayName(TextStyle.FULL, locale));
  }

  private String term(JsonNode term, Locale locale) {
    String start = words("", term.get("from"), locale);
    return term.has("months")
        ? texts.text("policy.term.months", locale, term.get("months").toString(), start)
        : texts.text(
            "policy.term." + term.get("kind").stringValue(),
            locale,
            term.get("days").toString(),
            start);
  }

  private static String from(Profile profile, Setting setting, Locale locale) {
    return profile.chain().stream()
        .filter(link -> link.id().equals(setting.profileId()))
        .map(ChainLink::citedAs)
        .map(citedAs -> citedAs.in(locale))
        .findFirst()
        .orElse(setting.profileId());
  }

  static List<String> articles(Profile profile, List<String> clauses, Locale locale) {
    return clauses.stream().map(c -> profile.cite(c).in(locale)).distinct().toList();
  }
}
