package cn.sunlot.kernel.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever a paper says is said in Chinese and in English. */
class PaperTextsTest {

  /** {@code #{key}}, {@code #{key(…)}} and {@code w.text('key', …)}, without computed ends. */
  private static final Pattern KEY =
      Pattern.compile("#\\{([a-z]+\\.[A-Za-z.]+[A-Za-z])[}(]|w\\.text\\('([A-Za-z.]+[A-Za-z])'");

  private static List<Resource> files(String pattern) throws IOException {
    return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
  }

  private static Map<String, Properties> texts() throws IOException {
    Map<String, Properties> texts = new TreeMap<>();
    for (Resource file : files("messages/*.properties")) {
      Properties properties = new Properties();
      try (var in = new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        properties.load(in);
      }
      texts.put(String.valueOf(file.getFilename()).replace(".properties", ""), properties);
    }
    return texts;
  }

  private static Set<String> keys(Map<String, Properties> texts, String file) {
    return texts.getOrDefault(file, new Properties()).stringPropertyNames();
  }

  @Test
  void every_text_of_a_template_is_there_in_both_languages() throws IOException {
    Map<String, Properties> texts = texts();
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (Resource file : files("papers/*.html")) {
      Matcher key = KEY.matcher(file.getContentAsString(StandardCharsets.UTF_8));
      while (key.find()) {
        found++;
        String name = key.group(1) == null ? key.group(2) : key.group(1);
        String module = name.substring(0, name.indexOf('.'));
        for (String language : List.of(module, module + "_en")) {
          if (!texts.getOrDefault(language, new Properties()).containsKey(name)) {
            missing.add(file.getFilename() + ": " + name + " in " + language);
          }
        }
      }
    }
    assertThat(found).isGreaterThan(150);
    assertThat(missing).isEmpty();
  }

  @Test
  void texts_of_papers_have_the_same_keys_in_both_languages() throws IOException {
    Map<String, Properties> texts = texts();
    for (String module : List.of("papers", "fieldwork", "drawing", "results")) {
      assertThat(keys(texts, module)).as(module).isNotEmpty();
      assertThat(keys(texts, module)).as(module).isEqualTo(keys(texts, module + "_en"));
    }
  }
}
