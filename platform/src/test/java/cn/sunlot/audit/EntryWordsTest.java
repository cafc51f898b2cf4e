package cn.sunlot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads the record reads words, not codes, in both languages. */
class EntryWordsTest {

  private static final Pattern EDGE =
      Pattern.compile("edge\\(\\s*[\\w.]+,\\s*[\\w.]+,\\s*[\\w.]+,\\s*\"([a-z0-9-]+)\"");
  private static final Pattern ENTRY =
      Pattern.compile("audit\\s*\\.record\\(\\s*(?:[\\w.()]+,\\s*)?\"([a-z0-9-]+)\"");

  private static Set<String> worded(String file) throws IOException {
    var texts = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(EntryWordsTest.class.getResourceAsStream("/messages/" + file)),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    Set<String> types = new TreeSet<>();
    texts.forEach(
        (key, words) -> {
          assertThat(words.toString()).as(key.toString()).isNotBlank();
          types.add(key.toString().replace("audit.type.", ""));
        });
    return types;
  }

  private static Set<String> typesInCode() throws IOException {
    Set<String> types = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        for (Pattern pattern : new Pattern[] {EDGE, ENTRY}) {
          Matcher matcher = pattern.matcher(code);
          while (matcher.find()) {
            types.add(matcher.group(1));
          }
        }
      }
    }
    return types;
  }

  @Test
  void every_type_of_entry_that_lifecycles_and_use_cases_name_has_words_in_both_languages()
      throws IOException {
    Set<String> types = typesInCode();
    assertThat(types)
        .hasSizeGreaterThan(90)
        .contains("plan-approved", "contact-shown", "signed-in");
    assertThat(worded("audit.properties")).containsAll(types);
    assertThat(worded("audit_en.properties")).isEqualTo(worded("audit.properties"));
  }
}
