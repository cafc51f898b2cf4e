package cn.sunlot.credit.store;

import cn.sunlot.credit.domain.Indicator;
import cn.sunlot.credit.domain.Indicator.Band;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.Scorecard.Floor;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.registry.ClassesAndTags;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as one query over a range of targets. Texts are bound, numbers come from typed
 * integers: nothing that somebody wrote becomes SQL. What it computes is what {@code Scoring} says
 * of one target.
 *
 * @param sql a list of WITH queries, the last of them {@code classed (id, unit_id, old_class,
 *     new_class, score, measured, rating)}
 */
record ScoreQuery(String sql, List<Object> bindings) {

  /** The targets behind {@code after} up to {@code last}, by id. */
  record Range(UUID authorityId, UUID after, UUID last, LocalDate day) {}

  static ScoreQuery of(Scorecard card, Range range) {
    return new Builder(card, range).build();
  }

  private static final class Builder {

    private final Scorecard card;
    private final Range range;
    private final Part seen = new Part();
    private final Part listed = new Part();
    private final Part given = new Part();
    private final Part values = new Part();
    private final List<String> points = new ArrayList<>();
    private int longestMonths;

    Builder(Scorecard card, Range range) {
      this.card = card;
      this.range = range;
    }

    ScoreQuery build() {
      for (Indicator indicator : card.indicators()) {
        values.column(value(indicator));
        points.add(indicator.weight() + " * " + points(indicator, "measured[" + values.size + "]"));
      }
      for (Floor floor : card.floors()) {
        values.column(onList(floor.list()));
      }
      String rating = rating();
      var all = new Part();
      all.add("WITH subject AS (SELECT t.id, t.unit_id, t.kind, t.region_code, t.complete, t.tags,")
          .add(" t.risk_class FROM " + ClassesAndTags.TARGETS + " t WHERE t.authority_id = ?")
          .add(" AND t.id > ? AND t.id <= ? AND t.status = 'active'")
          .bind(range.authorityId(), range.after(), range.last());
      if (!card.kinds().isEmpty()) {
        all.add(" AND t.kind = ANY (?)").bind((Object) card.kinds().toArray(String[]::new));
      }
      all.add(")");
      counted(all);
      // Each row once: written out, every use of a value would measure all of them again.
      all.add(", valued AS MATERIALIZED (SELECT s.id, s.unit_id, s.risk_class, ARRAY[").add(values);
      all.add("]::integer[] AS measured, " + rating + " AS rating FROM subject s")
          .add(joined("seen", seen) + joined("listed", listed) + joined("given", given) + ")");
      all.add(
          ", scored AS MATERIALIZED (SELECT v.*, "
              + String.join(" + ", points)
              + " AS score FROM valued v)");
      all.add(", ranked AS (SELECT s.*, greatest(coalesce(s.rating, " + rank() + ")" + floors())
          .add(") AS rank FROM scored s), classed AS (SELECT id, unit_id, risk_class AS old_class,")
          .add(" substr('ABCD', rank, 1) AS new_class, score, measured, rating::smallint AS rating")
          .add(" FROM ranked)");
      return new ScoreQuery(all.sql.toString(), all.bindings);
    }

    /** What is counted and looked up per target, each once for all indicators. */
    private void counted(Part all) {
      if (seen.size > 0) {
        all.add(", seen AS (SELECT o.target_id, ").add(seen);
        all.add(" FROM credit.observation o WHERE o.authority_id = ? AND o.superseded_by IS NULL")
            .add(" AND o.target_id > ? AND o.target_id <= ? AND o.day > ? AND o.day <= ?")
            .add(" GROUP BY o.target_id)")
            .bind(range.authorityId(), range.after(), range.last())
            .bind(range.day().minusMonths(longestMonths), range.day());
      }
      if (listed.size > 0) {
        all.add(", listed AS (SELECT e.target_id, ").add(listed);
        all.add(" FROM credit.list_entry e WHERE e.authority_id = ? AND e.target_id > ?")
            .add(" AND e.target_id <= ? AND ")
            .bind(range.authorityId(), range.after(), range.last())
            .add(ListStore.ACTIVE)
            .bind(range.day(), range.day(), range.day())
            .add(" GROUP BY e.target_id)");
      }
      if (given.size > 0) {
        all.add(", given AS (SELECT g.target_id, ").add(given);
        all.add(" FROM credit.given_value g WHERE g.authority_id = ? AND g.target_id > ?")
            .add(" AND g.target_id <= ? AND g.superseded_by IS NULL GROUP BY g.target_id)")
            .bind(range.authorityId(), range.after(), range.last());
      }
    }

    private Part value(Indicator indicator) {
      var source = indicator.source();
      return switch (source.kind()) {
        case "field" -> field(indicator);
        case "tag" -> new Part().add("(? = ANY (s.tags))::integer").bind(source.name());
        case "list" -> onList(source.name());
        case "count" -> count(indicator);
        default -> given(source.name(), source.months());
      };
    }

    /** The number of the band, because a text has no place among numbers. */
    private static Part field(Indicator indicator) {
      String column =
          switch (indicator.source().name()) {
            case "kind" -> "s.kind";
            case "region-code" -> "s.region_code";
            default -> "s.complete::text";
          };
      var part = new Part().add("CASE");
      for (int i = 0; i < indicator.bands().size(); i++) {
        part.add(" WHEN " + column + " = ANY (?) THEN " + i)
            .bind((Object) indicator.bands().get(i).texts().toArray(String[]::new));
      }
      return indicator.bands().isEmpty()
          ? new Part().add(String.valueOf(Indicator.NO_BAND))
          : part.add(" ELSE " + Indicator.NO_BAND + " END");
    }

    private Part count(Indicator indicator) {
      int months = indicator.source().months();
      longestMonths = Math.max(longestMonths, months);
      seen.column(
          new Part()
              .add("count(*) FILTER (WHERE o.kind = ANY (?) AND o.day > ?) AS n" + seen.size)
              .bind((Object) indicator.source().observations().toArray(String[]::new))
              .bind(range.day().minusMonths(months)));
      return new Part().add("coalesce(seen.n" + (seen.size - 1) + ", 0)");
    }

    private Part onList(String list) {
      listed.column(
          new Part()
              .add("count(*) FILTER (WHERE e.list = ?) AS n" + listed.size)
              .bind(Lifecycle.wireName(Lifecycle.parse(ListKind.class, list))));
      return new Part().add("coalesce(listed.n" + (listed.size - 1) + ", 0)");
    }

    private Part given(String code, int months) {
      given.column(
          new Part()
              .add("max(g.value) FILTER (WHERE g.code = ? AND g.day > ?) AS n" + given.size)
              .bind(code, range.day().minusMonths(months)));
      return new Part().add("given.n" + (given.size - 1));
    }

    private String rating() {
      if (card.rating() == null) {
        return "CAST(NULL AS integer)";
      }
      Part part = given(card.rating().code(), card.rating().months());
      // greatest() would make a 1 of what is not known.
      return "CASE WHEN %1$s IS NOT NULL THEN least(greatest(%1$s, 1), 4) END".formatted(part.sql);
    }

    private String rank() {
      var cut = card.cutOffs();
      return "CASE WHEN s.score >= %d THEN 4 WHEN s.score >= %d THEN 3 WHEN s.score >= %d THEN 2 ELSE 1 END"
          .formatted(cut.d() * 100, cut.c() * 100, cut.b() * 100);
    }

    private String floors() {
      var out = new StringBuilder();
      for (int i = 0; i < card.floors().size(); i++) {
        int least = "ABCD".indexOf(card.floors().get(i).atLeast()) + 1;
        int place = card.indicators().size() + i + 1;
        out.append(", CASE WHEN s.measured[" + place + "] > 0 THEN " + least + " ELSE 1 END");
      }
      return out.toString();
    }

    private static String points(Indicator indicator, String value) {
      if (indicator.bands().isEmpty()) {
        return String.valueOf(indicator.otherwise());
      }
      var out = new StringBuilder("CASE");
      for (int i = 0; i < indicator.bands().size(); i++) {
        Band band = indicator.bands().get(i);
        String holds = indicator.readsText() ? value + " = " + i : holds(band, value);
        out.append(" WHEN " + holds + " THEN " + band.points());
      }
      return out.append(" ELSE " + indicator.otherwise() + " END").toString();
    }

    private static String holds(Band band, String value) {
      String from = bound(value, " >= ", band.from());
      String below = bound(value, " < ", band.below());
      return from.isEmpty() || below.isEmpty() ? from + below : from + " AND " + below;
    }

    private static String bound(String value, String compare, @Nullable Integer number) {
      return number == null ? "" : value + compare + number;
    }

    private static String joined(String name, Part part) {
      return part.size == 0 ? "" : " LEFT JOIN " + name + " ON " + name + ".target_id = s.id";
    }
  }

  /** A piece of SQL with its bindings. */
  private static final class Part {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> bindings = new ArrayList<>();
    private int size;

    Part add(String text) {
      sql.append(text);
      return this;
    }

    Part add(Part other) {
      sql.append(other.sql);
      bindings.addAll(other.bindings);
      return this;
    }

    Part bind(Object... values) {
      bindings.addAll(List.of(values));
      return this;
    }

    /** One more in a list. */
    void column(Part part) {
      sql.append(size++ == 0 ? "" : ", ");
      add(part);
    }
  }
}
