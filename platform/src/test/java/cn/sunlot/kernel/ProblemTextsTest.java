package cn.sunlot.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** A person who is refused reads what happened, why, and what to do now, in Chinese or English. */
class ProblemTextsTest {

  private static final Pattern VALUE_KEY =
      Pattern.compile("WrongValue\\s*\\.of\\([^;]*?\"([a-z]+\\.[a-z]+\\.[a-z-]+)\"");

  private static final Pattern BY_HAND =
      Pattern.compile(
          "《[^{]|实施细则|第[一二三四五六七八九十百0-9]+条|[Aa]rticles? [0-9]"
              + "|(?<![0-9]-)\\b(ZB|TZ|PDS|SX|RS|SL|N)-M?[0-9]"
              + "|淄博|台州|平顶山|舞钢|绍兴|乳山|Zibo|Taizhou|Pingdingshan|Wugang|Shaoxing|Rushan");

  private static Map<String, Properties> texts() throws IOException {
    Map<String, Properties> texts = new TreeMap<>();
    for (var resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*.properties")) {
      var properties = new Properties();
      try (var in = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
        properties.load(in);
      }
      texts.put(String.valueOf(resource.getFilename()).replace(".properties", ""), properties);
    }
    return texts;
  }

  private static List<Problem> problems() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Problem.class));
    List<Problem> problems = new ArrayList<>();
    for (var found : scanner.findCandidateComponents("cn.sunlot")) {
      Object[] constants =
          Class.forName(String.valueOf(found.getBeanClassName())).getEnumConstants();
      // What keeps a problem for later, such as the state of a job, is none itself.
      Stream.ofNullable(constants)
          .flatMap(Stream::of)
          .map(Problem.class::cast)
          .forEach(problems::add);
    }
    return problems;
  }

  @Test
  void every_problem_says_what_happened_why_and_what_to_do_in_both_languages() throws Exception {
    Map<String, Properties> texts = texts();
    List<String> missing = new ArrayList<>();
    assertThat(problems()).hasSizeGreaterThan(20);
    for (Problem problem : problems()) {
      List<String> parts = List.of("title", "what", "why", "now");
      for (String file : List.of(problem.module(), problem.module() + "_en")) {
        var properties = texts.getOrDefault(file, new Properties());
        for (String part : parts) {
          String key = "problem." + problem.code() + "." + part;
          if (properties.getProperty(key, "").isBlank()) {
            missing.add(file + ": " + key);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void both_languages_have_the_same_texts() throws IOException {
    Map<String, Properties> texts = texts();
    texts.forEach(
        (file, chinese) -> {
          if (!file.endsWith("_en")) {
            Properties english = texts.getOrDefault(file + "_en", new Properties());
            assertThat(new TreeSet<>(english.stringPropertyNames()))
                .as(file)
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
          }
        });
  }

  /**
   * Refusals cite documents and articles by the rules that bind the authority; a text that named
   * them by hand would be wrong in the next city.
   */
  @Test
  void no_text_names_a_city_a_regulation_or_an_article_by_hand() throws IOException {
    List<String> named = new ArrayList<>();
    texts()
        .forEach(
            (file, properties) ->
                properties.forEach(
                    (key, text) -> {
                      var matcher = BY_HAND.matcher(text.toString());
                      if (matcher.find()) {
                        named.add(file + ": " + key + " says " + matcher.group());
                      }
                    }));
    assertThat(named).isEmpty();
    assertThat(BY_HAND.matcher("《实施细则》第九条").find()).isTrue();
    assertThat(BY_HAND.matcher("Rules, article 15: the report").find()).isTrue();
    assertThat(BY_HAND.matcher("一次（ZB-7）").find()).isTrue();
  }

  @Test
  void every_problem_is_refused_by_somebody() throws Exception {
    var code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    assertThat(problems())
        .filteredOn(p -> code.indexOf(p.getClass().getSimpleName() + "." + p.name()) < 0)
        .isEmpty();
  }

  @Test
  void no_single_apostrophe_swallows_what_follows() throws IOException {
    texts()
        .forEach(
            (file, properties) ->
                properties.forEach(
                    (key, text) ->
                        assertThat(text.toString().replace("''", ""))
                            .as(file + ": " + key)
                            .doesNotContain("'")));
  }

  @Test
  void every_text_is_a_well_formed_message() throws IOException {
    texts()
        .forEach(
            (file, properties) ->
                properties.forEach(
                    (key, text) ->
                        assertThat(new MessageFormat(text.toString()))
                            .as(file + ": " + key)
                            .isNotNull()));
  }

  @Test
  void every_wrong_value_that_the_code_names_has_a_text() throws IOException {
    Map<String, Properties> texts = texts();
    List<String> missing = new ArrayList<>();
    int found = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var matcher = VALUE_KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          found++;
          String key = matcher.group(1);
          String module = key.substring(0, key.indexOf('.'));
          if (texts.getOrDefault(module, new Properties()).getProperty(key, "").isBlank()) {
            missing.add(file.getFileName() + ": " + key);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(10);
  }
}
