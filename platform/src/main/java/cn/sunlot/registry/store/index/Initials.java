package cn.sunlot.registry.store.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * First letters of the pinyin of a text, one or more for each character. Readings are those of ICU;
 * characters that names of places and trades read in another way too have both letters.
 */
final class Initials {

  private static final int FROM = 0x3400;
  private static final int TO = 0x9FFF;

  /** The letters that ICU's single reading does not give. */
  private static final Map<Integer, String> ALSO =
      also(
          "重c行h行x长z长c乐y乐l厦s厦x朝c朝z会k会h单s单d曾z曾c盛c盛s调d调t藏c藏z传z传c弹d弹t参s参c解x解j",
          "区o区q查z查c尉y尉w覃q覃t翟z翟d宿x宿s率l率s属z属s系j系x校j校x降x降j便p便b番p番f蚌b泊p泊b铅y铅q",
          "奇j奇q蔚y蔚w车j车c石d石s大d卜b卜p薄b扎z扎c仇q仇c种c种z折s折z召s召z适k适s万m万w否p祭z隗k隗w");

  /** One for each character, {@code -} for none. */
  private static final String FIRST = read();

  private Initials() {}

  /**
   * The letters of each character, in order; a character that is neither Han nor letter nor digit
   * has none and is left out.
   */
  static List<String> of(String text) {
    List<String> initials = new ArrayList<>(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              String letters = of(c);
              if (!letters.isEmpty()) {
                initials.add(letters);
              }
            });
    return initials;
  }

  private static String of(int c) {
    if (c < FROM || c > TO) {
      return c < 128 && Character.isLetterOrDigit(c) ? Character.toString(c) : "";
    }
    char first = FIRST.charAt(c - FROM);
    String more = ALSO.get(c);
    if (more == null) {
      return first == '-' ? "" : String.valueOf(first);
    }
    return more.indexOf(first) < 0 ? first + more : more;
  }

  /** From a file, because it takes ICU seconds to tell them. */
  private static String read() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Initials.class.getResourceAsStream("/pinyin/initials.txt")),
                StandardCharsets.US_ASCII))) {
      return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Integer, String> also(String... pairs) {
    String all = String.join("", pairs);
    return IntStream.range(0, all.length() / 2)
        .boxed()
        .collect(
            Collectors.toUnmodifiableMap(
                i -> (int) all.charAt(2 * i),
                i -> all.substring(2 * i + 1, 2 * i + 2),
                (a, b) -> a.contains(b) ? a : a + b));
  }
}
