package cn.sunlot.organisation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyGuessesTest {

  private final EarlyGuesses guesses = new EarlyGuesses();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "iloveyou12345",
        "qwertyuiop123",
        "abcdefghijklm",
        "sunshine12345",
        "1qaz2wsx3edc"
      })
  void what_everybody_tries_first_is_guessed_early(String password) {
    assertThat(guesses.isEarly(password, List.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"three unrelated words", "correct horse battery", "Kx7#pQ9!vT2m", "红旗招展炊烟袅袅渡口无人"})
  void several_words_or_chance_are_not(String password) {
    assertThat(guesses.isEarly(password, List.of())).isFalse();
  }

  @Test
  void what_is_known_of_the_person_makes_it_easy() {
    assertThat(guesses.isEarly("zhonggongye2026", List.of("zhonggongye"))).isTrue();
  }

  @Test
  void a_password_of_any_length_is_graded_in_no_time() {
    assertThat(guesses.isEarly("wqe".repeat(80) + "三个不相干的词", List.of())).isTrue();
  }
}
