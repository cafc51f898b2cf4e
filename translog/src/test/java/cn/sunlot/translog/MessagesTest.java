package cn.sunlot.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Path TEXTS = Path.of("src/main/resources/cn/sunlot/translog");

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
        Pattern.compile("new Bad[A-Za-z]+\\(\\s*\"([a-z0-9.-]+)\"")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> used.add(found.group(1)));
      }
    }
    assertThat(new TreeSet<>(texts("messages.properties").stringPropertyNames())).isEqualTo(used);
  }

  @Test
  void a_refusal_speaks_chinese_and_english_and_groups_no_numbers() {
    Unsound refusal = new BadTile("tile.length", "tile/0/000", 12345, 8192);
    assertThat(refusal).hasMessage("tile/0/000 has 12345 bytes, there must be 8192");
    assertThat(refusal.in(Locale.CHINESE)).isEqualTo("tile/0/000 有 12345 字节，应为 8192");
    assertThat(refusal.in(Locale.FRENCH)).isEqualTo(refusal.in(Locale.CHINESE));
    assertThat(refusal.key()).isEqualTo("tile.length");
    assertThat(refusal.args()).containsExactly("tile/0/000", "12345", "8192");
  }
}
