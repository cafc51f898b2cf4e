package cn.sunlot.registry.store.index;

import static cn.sunlot.registry.store.index.TargetDocument.*;

import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.domain.UnitId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What is asked of the index, in its terms. */
final class TargetQuery {

  /** More words than anybody types. */
  private static final int WORDS = 10;

  /** The blank between Chinese words is as wide as they are. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");

  private TargetQuery() {}

  /** Targets in the scope that the filter leaves. */
  static Query of(Scope scope, TargetListFilter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new TermQuery(Facet.AUTHORITY.term(scope.authorityId())), Occur.FILTER);
    if (!scope.area().whole()) {
      all.add(within(scope.area()), Occur.FILTER);
    }
    narrow(all, Facet.KIND, filter.kind());
    narrow(all, Facet.RISK_CLASS, filter.riskClass());
    narrow(all, Facet.TAG, filter.tag());
    narrow(all, Facet.STATUS, filter.status());
    narrow(all, Facet.COMPLETE, filter.complete());
    narrow(all, Facet.WARNED, filter.warned());
    String region = filter.region();
    if (region != null) {
      // A city's code stands for its counties as well.
      narrow(all, Facet.REGION, region.replaceFirst("(00){1,2}$", ""));
    }
    String q = filter.q();
    if (q != null) {
      BLANKS
          .splitAsStream(q)
          .filter(word -> !comparable(word).isEmpty())
          .limit(WORDS)
          .forEach(word -> all.add(word(word), Occur.FILTER));
    }
    return all.build();
  }

  /** As row-level security compares it: the region itself, not what lies in it. */
  private static Query within(Area area) {
    List<BytesRef> regions =
        area.regions().stream().map(Facet.OWN_REGION::of).map(BytesRef::new).toList();
    return new TermInSetQuery(FACET, regions);
  }

  private static void narrow(BooleanQuery.Builder all, Facet facet, @Nullable Object value) {
    if (value != null) {
      all.add(new TermQuery(facet.term(value)), Occur.FILTER);
    }
  }

  /** Part of the name, first letters of part of it, the beginning of the id. */
  private static Query word(String typed) {
    String word = comparable(typed);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(part(NAME, NAME_PLACES, word), Occur.SHOULD);
    any.add(beginning(typed.toLowerCase(Locale.ROOT)), Occur.SHOULD);
    if (!word.equals(typed.toLowerCase(Locale.ROOT))) {
      any.add(beginning(word), Occur.SHOULD);
    }
    if (word.matches("[a-z0-9]+")) {
      any.add(part(INITIALS, INITIALS_PLACES, word), Occur.SHOULD);
    }
    UnitId.read(word.toUpperCase(Locale.ROOT))
        .id()
        .map(id -> new TermQuery(new Term(UNIT, id.value().toLowerCase(Locale.ROOT))))
        .ifPresent(whole -> any.add(whole, Occur.SHOULD));
    return any.build();
  }

  private static Query beginning(String word) {
    Term term = new Term(UNIT, word);
    return word.length() <= LONGEST_BEGINNING ? new TermQuery(term) : new PrefixQuery(term);
  }

  private static Query part(String pieces, String places, String word) {
    List<String> characters = characters(word);
    if (characters.size() <= 2) {
      return new TermQuery(new Term(pieces, word));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int from = 0; from + 3 <= characters.size(); from++) {
      phrase.add(new Term(places, String.join("", characters.subList(from, from + 3))));
    }
    return phrase.build();
  }

  /**
   * The order of a list; ids of units decide where nothing else does.
   *
   * @param sort {@code name} (by pinyin), {@code unitId}, {@code riskClass}, {@code updatedAt};
   *     with {@code -} before it the other way round
   */
  static Sort order(String sort) {
    boolean down = sort.startsWith("-");
    SortField byUnit = new SortField(BY_UNIT, SortField.Type.STRING);
    return switch (down ? sort.substring(1) : sort) {
      case "name" -> new Sort(new SortField(BY_NAME, SortField.Type.STRING, down), byUnit);
      case "riskClass" -> new Sort(new SortField(BY_RISK, SortField.Type.STRING, down), byUnit);
      case "updatedAt" -> new Sort(new SortField(BY_TIME, SortField.Type.LONG, down), byUnit);
      default -> new Sort(new SortField(BY_UNIT, SortField.Type.STRING, down));
    };
  }
}
