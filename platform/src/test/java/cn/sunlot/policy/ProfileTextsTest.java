package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.policy.profiles.FileNames;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule, every value of a rule and every choice has words in both languages. */
class ProfileTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"policy", "policy_en"})
  void every_rule_value_and_choice_has_words(String bundle) {
    Properties words = words(bundle);
    assertThat(keys(words))
        .allSatisfy(key -> assertThat(words.getProperty(key)).as(key).isNotBlank());
  }

  @Test
  void both_languages_have_the_same_keys_and_no_words_for_what_is_gone() {
    assertThat(words("policy").keySet()).isEqualTo(words("policy_en").keySet());
    Set<String> known = keys(words("policy"));
    assertThat(words("policy").stringPropertyNames())
        .filteredOn(key -> key.startsWith("policy.rule.") || key.startsWith("policy.field."))
        .allMatch(known::contains);
  }

  private static Set<String> keys(Properties words) {
    Set<String> keys = new TreeSet<>();
    for (RecordComponent rule : RuleSet.class.getRecordComponents()) {
      String name = FileNames.of(rule.getName());
      keys.add("policy.rule." + name);
      keys.add("policy.rule." + name + ".words");
      if (rule.getType().isRecord()) {
        for (RecordComponent field : rule.getType().getRecordComponents()) {
          keys.add("policy.field." + name + "." + FileNames.of(field.getName()));
          addChoices(keys, words, name, field.getGenericType());
        }
      }
    }
    for (RecordComponent part : Term.class.getRecordComponents()) {
      if (part.getType() == Term.Start.class) {
        addChoices(keys, words, "", part.getType());
      }
    }
    for (Term.Kind kind : Term.Kind.values()) {
      keys.add("policy.term." + Lifecycle.wireName(kind));
    }
    return keys;
  }

  /** A choice may have words of its own in one rule, e.g. health: a reason, or a field of work. */
  private static void addChoices(Set<String> keys, Properties words, String rule, Type type) {
    if (type instanceof ParameterizedType generic) {
      addChoices(keys, words, rule, generic.getActualTypeArguments()[0]);
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      for (Object constant : plain.getEnumConstants()) {
        String value = Lifecycle.wireName((Enum<?>) constant);
        String own = "policy.value." + rule + "." + value;
        keys.add(words.containsKey(own) ? own : "policy.value." + value);
      }
    }
  }

  private static Properties words(String bundle) {
    Properties words = new Properties();
    try (var in =
        ProfileTextsTest.class.getResourceAsStream("/messages/" + bundle + ".properties")) {
      assertThat(in).as(bundle).isNotNull();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
