package cn.sunlot.registry.store.index;

import static cn.sunlot.registry.store.index.TargetDocument.*;

import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.domain.Narrowing;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.TargetListFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
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

  /** Targets in the scope that the filter leaves: what all parts find. */
  static List<Query> of(Scope scope, Narrowing narrowing) {
    List<Query> all = new ArrayList<>();
    all.add(new TermQuery(Facet.AUTHORITY.term(scope.authorityId())));
    if (!scope.area().whole()) {
      all.add(within(scope.area()));
    }
    SubRegistry register = narrowing.register();
    if (register != null) {
      all.add(in(register));
    }
    narrow(all, narrowing.filter());
    return all;
  }

  /** What its rule leaves or was put in, without what was taken out. */
  private static Query in(SubRegistry register) {
    List<Query> parts = new ArrayList<>();
    narrow(parts, register.rule());
    BooleanQuery.Builder rule = new BooleanQuery.Builder();
    if (parts.isEmpty()) {
      parts.add(new MatchAllDocsQuery());
    }
    parts.forEach(part -> rule.add(part, Occur.FILTER));
    return new BooleanQuery.Builder()
        .add(rule.build(), Occur.SHOULD)
        .add(new TermQuery(Facet.PLACED.term(SubRegistry.in(register.id()))), Occur.SHOULD)
        .add(new TermQuery(Facet.PLACED.term(SubRegistry.out(register.id()))), Occur.MUST_NOT)
        .build();
  }

  private static void narrow(List<Query> all, TargetListFilter filter) {
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
          .forEach(word -> all.add(word(word)));
    }
    filter.details().forEach((field, value) -> narrow(all, Facet.DETAIL, field + "=" + value));
  }

  /** As row-level security compares it: the region itself, not what lies in it. */
  private static Query within(Area area) {
    List<BytesRef> regions =
        area.regions().stream().map(Facet.OWN_REGION::of).map(BytesRef::new).toList();
    return new TermInSetQuery(FACET, regions);
  }

  private static void narrow(List<Query> all, Facet facet, @Nullable Object value) {
    if (value != null) {
      all.add(new TermQuery(facet.term(value)));
    }
  }

  /** Part of the name, first letters of part of it, the beginning of the id. */
  private static Query word(String typed) {
    String word = comparable(typed);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(part(word), Occur.SHOULD);
    any.add(new TermQuery(new Term(UNIT, word)), Occur.SHOULD);
    any.add(new UnitBeginning(word.toUpperCase(Locale.ROOT)), Occur.SHOULD);
    int colon = word.indexOf(':');
    if (colon > 0) {
      String registry = word.substring(0, colon);
      String number = word.substring(colon).toUpperCase(Locale.ROOT);
      any.add(new UnitBeginning(registry + number), Occur.SHOULD);
    }
    if (word.matches("[a-z0-9]{2,}")) {
      any.add(pairs(INITIALS_PAIRS, word), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query part(String word) {
    return word.codePointCount(0, word.length()) == 1
        ? new TermQuery(new Term(NAME, word))
        : pairs(NAME_PAIRS, word);
  }

  private static Query pairs(String field, String word) {
    List<String> characters = characters(word);
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int from = 0; from + 2 <= characters.size(); from++) {
      phrase.add(new Term(field, characters.get(from) + characters.get(from + 1)));
    }
    return phrase.build();
  }
}
