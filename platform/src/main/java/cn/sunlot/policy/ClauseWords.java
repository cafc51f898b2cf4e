package cn.sunlot.policy;

import cn.sunlot.kernel.Citations;
import cn.sunlot.policy.Articles.Place;
import cn.sunlot.policy.Profile.ChainLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Cites clauses by the documents of all profiles that were loaded or read. */
@Component
public class ClauseWords implements Citations {

  private final Map<String, ChainLink> documents = new ConcurrentHashMap<>();

  /** Knows the documents of this profile from now on. */
  public void learn(Profile profile) {
    for (ChainLink link : profile.chain()) {
      documents.put(link.clausePrefix(), link);
    }
  }

  @Override
  public String inWords(List<String> clauses, Locale locale) {
    Map<Texts, Set<Place>> articles = new LinkedHashMap<>();
    for (String clause : clauses) {
      int dash = clause.indexOf('-');
      String prefix = dash < 0 ? "" : clause.substring(0, dash);
      ChainLink document = documents.get(prefix);
      if (document != null) {
        Set<Place> places = articles.computeIfAbsent(document.citedAs(), d -> new TreeSet<>());
        Articles.find(clause.substring(dash + 1), document.numbering()).ifPresent(places::add);
      }
    }
    String and = locale.getLanguage().equals("en") ? " and " : "、";
    return articles.entrySet().stream()
        .map(a -> Articles.cite(a.getKey(), a.getValue()).in(locale))
        .collect(Collectors.joining(and));
  }
}
