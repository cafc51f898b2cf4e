package cn.sunlot.catalog.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The words of a checklist in a spreadsheet: written in one language, read in both.
 *
 * @param text a text by its key and whether it is English
 */
public record TableWords(BiFunction<String, Boolean, String> text, boolean english) {

  public String of(String key) {
    return text.apply(key, english);
  }

  /** Which of these wire names a word stands for, in either language or as it is. */
  Optional<String> read(String word, String prefix, List<String> wireNames) {
    String said = word.strip();
    return wireNames.stream()
        .filter(
            name ->
                name.equals(said)
                    || text.apply(prefix + name, false).equals(said)
                    || text.apply(prefix + name, true).equals(said))
        .findFirst();
  }
}
