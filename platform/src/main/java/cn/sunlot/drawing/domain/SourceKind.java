package cn.sunlot.drawing.domain;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A kind of public source: which texts fix it before its value exists, and how the value is written
 * (draw.md section 6). A further kind is a further class in {@link #ALL}.
 */
public interface SourceKind {

  /** Every kind, by the name that stands in the commitment document. */
  Map<String, SourceKind> ALL =
      new TreeMap<>(
          Map.of(
              Dice.NAME,
              new Dice(),
              Lottery.NAME,
              new Lottery(),
              OtherSource.NAME,
              new OtherSource()));

  /**
   * What is said of a source when it is declared; a kind takes what it needs.
   *
   * @param name of what is published, e.g. a lottery
   * @param issue which one of them
   * @param writing how the value is written down
   * @param count of digits or numbers
   * @param expectedAt when it is to be published
   */
  record Declaration(
      @Nullable String name,
      @Nullable String issue,
      @Nullable String writing,
      @Nullable Integer count,
      @Nullable Instant expectedAt) {}

  /**
   * A source as it is kept.
   *
   * @param id fixes source, issue and way of writing
   * @param form what {@link #read} needs to know
   */
  record Fixed(String id, String form) {}

  /**
   * Fixes the source.
   *
   * @throws Refused naming what is missing or wrong
   */
  Fixed fix(Declaration said);

  /**
   * The value as it goes into the seed, however it was typed.
   *
   * @throws Refused if it is none of this source
   */
  String read(String typed, String form);

  /**
   * The kind of this name.
   *
   * @throws Refused if there is none
   */
  static SourceKind get(String name) {
    SourceKind kind = ALL.get(name);
    if (kind == null) {
      throw Refused.because(DrawingProblem.SOURCE_KIND, name, String.join(", ", ALL.keySet()));
    }
    return kind;
  }

  /** Collects what is wrong with a declaration. */
  final class Fields {

    private static final int LONGEST = 120;

    private final List<WrongValue> wrong = new ArrayList<>();

    /** The text in one line, without blanks around it. */
    String text(String field, @Nullable String value) {
      String line = value == null ? "" : value.strip().replaceAll("\\s+", " ");
      if (line.isEmpty()) {
        wrong.add(WrongValue.of(field, null, "drawing.source.empty"));
      } else if (line.length() > LONGEST || line.codePoints().anyMatch(Character::isISOControl)) {
        wrong.add(WrongValue.of(field, line, "drawing.source.long", String.valueOf(LONGEST)));
      }
      return line;
    }

    int number(String field, @Nullable Integer value, int least, int most) {
      if (value == null || value < least || value > most) {
        wrong.add(
            WrongValue.of(
                field,
                value == null ? null : String.valueOf(value),
                "drawing.source.count",
                String.valueOf(least),
                String.valueOf(most)));
        return least;
      }
      return value;
    }

    /** Refuses if anything was wrong. */
    void demand() {
      if (!wrong.isEmpty()) {
        throw Refused.because(DrawingProblem.SOURCE_INCOMPLETE, String.valueOf(wrong.size()))
            .naming(wrong);
      }
    }
  }
}
