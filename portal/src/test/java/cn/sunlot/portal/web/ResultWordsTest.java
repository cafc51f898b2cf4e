package cn.sunlot.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Kinds of result of every regulation stand on the public site in words, never as codes. */
class ResultWordsTest {

  private static final List<String> KINDS =
      List.of(
          "no-problem-found",
          "due-information-not-published",
          "published-information-false",
          "problem-found-corrected",
          "problem-found-correction-ordered",
          "problem-found-to-be-handled",
          "unreachable-at-registered-address",
          "seriously-uncooperative",
          "no-related-business-activity",
          "passed",
          "failed",
          "deregistered",
          "establishment-revoked",
          "licence-revoked",
          "registration-moved",
          "closed-or-liquidating",
          "product-not-fit-for-sampling",
          "equipment-does-not-exist");

  private static final List<String> TARGETS =
      List.of(
          "enterprise",
          "individual-business",
          "cooperative",
          "public-institution",
          "association",
          "construction-project",
          "equipment",
          "premises",
          "product",
          "conduct");

  private static Words words() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("portal/words");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Words(messages);
  }

  private static String inWords(String language, String kind, String code) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    try {
      return words().of(kind, code);
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_kind_and_every_reason_of_a_direct_result_has_words(String language) {
    for (String code : KINDS) {
      String words = inWords(language, "type", code);
      assertThat(words).as(code).isNotBlank().isNotEqualTo(code);
      assertThat(words.codePoints().anyMatch(Character::isIdeographic))
          .as(words)
          .isEqualTo(language.equals("zh"));
    }
    for (String code : KINDS.subList(KINDS.indexOf("deregistered"), KINDS.size())) {
      assertThat(inWords(language, "direct", code)).as(code).isNotEqualTo(code);
    }
    assertThat(inWords(language, "type", "other:设备已拆除")).isEqualTo("设备已拆除");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_kind_of_target_has_a_word_of_its_own(String language) {
    assertThat(TARGETS.stream().map(kind -> inWords(language, "kind", kind)))
        .doesNotContainAnyElementsOf(TARGETS)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void a_class_in_a_region_stands_there_with_the_regions_name(String language) {
    String ofClass = inWords(language, "stratum", "A");
    assertThat(stratum(language, "A", "")).isEqualTo(ofClass);
    assertThat(stratum(language, "A.331002", "椒江区")).isEqualTo(ofClass + " · 椒江区");
    assertThat(stratum(language, "A.999999", "")).isEqualTo(ofClass + " · 999999");
  }

  private static String stratum(String language, String code, String region) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    try {
      return words().stratum(code, region);
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }
}
