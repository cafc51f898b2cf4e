package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Path TEXTS = Path.of("src/main/resources/cn/sunlot/drawlog");

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (var in = Files.newBufferedReader(TEXTS.resolve(file))) {
      texts.load(in);
    }
    return texts;
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{[0-9]}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void both_languages_say_the_same_things() throws IOException {
    Properties chinese = texts("messages.properties");
    Properties english = texts("messages_en.properties");
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    for (String key : chinese.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .isEqualTo(places(chinese.getProperty(key)));
    }
  }

  @Test
  void every_text_is_used_and_every_key_that_is_used_has_a_text() throws IOException {
    Set<String> used = new TreeSet<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"((?:skip|v6|v7|v11|v13|v14)\\.[a-z-]+|order)\"")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> used.add(found.group(1)));
      }
    }
    // The kind of a difference completes this key.
    used.remove("v13.payload-");
    used.addAll(Set.of("v13.payload-value", "v13.payload-length"));
    assertThat(new TreeSet<>(texts("messages.properties").stringPropertyNames())).isEqualTo(used);
  }
}
