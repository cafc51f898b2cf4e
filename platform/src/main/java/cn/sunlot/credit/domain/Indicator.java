package cn.sunlot.credit.domain;

import cn.sunlot.credit.Credit;
import cn.sunlot.kernel.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something by which a target is scored.
 *
 * @param code unique in the scorecard
 * @param weight its share of the score in percent
 * @param bands which value brings how many points; the first that fits counts
 * @param otherwise points where no band fits, or nothing is known
 * @param basis where it comes from, in words
 */
public record Indicator(
    String code,
    String name,
    @OneOf(IndicatorGroup.class) String group,
    Source source,
    int weight,
    List<Band> bands,
    int otherwise,
    String basis) {

  /** What stands for "no band" among values of fields. */
  public static final int NO_BAND = -1;

  /**
   * Where its value comes from.
   *
   * @param name the field, tag, list or given value; "" for counts
   * @param observations kinds that are counted
   * @param months how far back is counted, or how old a given value may be; 0 where it does not
   *     matter
   */
  public record Source(
      @OneOf(SourceKind.class) String kind,
      String name,
      @OneOf(Credit.Kind.class) List<String> observations,
      int months) {

    public Source {
      observations = List.copyOf(observations);
    }
  }

  /**
   * Values that bring the same points: texts of a field, or numbers from (included) to below.
   *
   * @param points 0 (no risk) to 100
   */
  public record Band(
      List<String> texts, @Nullable Integer from, @Nullable Integer below, int points) {

    public Band {
      texts = List.copyOf(texts);
    }

    boolean holds(int value) {
      return (from == null || value >= from) && (below == null || value < below);
    }
  }

  public Indicator {
    bands = List.copyOf(bands);
  }

  /** Whether it looks at a text, of which only the number of its band is kept. */
  public boolean readsText() {
    return source.kind().equals("field");
  }

  /** The band that a value falls into, if any. */
  public @Nullable Band band(@Nullable Integer value) {
    if (value == null) {
      return null;
    }
    if (readsText()) {
      return value >= 0 && value < bands.size() ? bands.get(value) : null;
    }
    return bands.stream().filter(b -> b.holds(value)).findFirst().orElse(null);
  }

  /** The points of a value. */
  public int points(@Nullable Integer value) {
    Band band = band(value);
    return band == null ? otherwise : band.points();
  }
}
