package cn.sunlot.policy.web;

import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Profile.ChainLink;
import cn.sunlot.policy.Setting;
import cn.sunlot.policy.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** On which clauses a profile rests its rules, for screens that say why something is asked. */
@Component
class CitedClauses {

  /**
   * The clauses of a profile.
   *
   * @param rules every rule, and every value of it by itself
   * @param cited how each clause is cited
   */
  record ProfileClauses(List<RuleClauses> rules, List<CitedClause> cited) {}

  /**
   * The clauses of a rule.
   *
   * @param rule its name, or name and value parted by a dot
   */
  record RuleClauses(String rule, List<String> clauses) {}

  /**
   * A clause in words.
   *
   * @param article the provision alone
   * @param words document and provision
   * @param own whether it is the profile's own, not one of those that it is built on
   */
  record CitedClause(String clause, String article, String words, boolean own) {}

  ProfileClauses of(Profile profile, Locale locale) {
    List<RuleClauses> rules = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>();
    profile
        .ruling()
        .forEach(
            (rule, settings) -> {
              rules.add(new RuleClauses(rule, profile.clausesOf(rule)));
              for (Setting setting : settings) {
                all.addAll(setting.clauses());
                if (!setting.field().isEmpty()) {
                  rules.add(new RuleClauses(rule + "." + setting.field(), setting.clauses()));
                }
              }
            });
    return new ProfileClauses(
        rules, all.stream().map(clause -> cited(profile, clause, locale)).toList());
  }

  private static CitedClause cited(Profile profile, String clause, Locale locale) {
    Texts words = profile.cite(clause);
    for (ChainLink link : profile.chain()) {
      if (clause.startsWith(link.clausePrefix() + "-")) {
        return new CitedClause(
            clause,
            alone(words, link.citedAs()).in(locale),
            words.in(locale),
            link.id().equals(profile.id()));
      }
    }
    return new CitedClause(clause, words.in(locale), words.in(locale), true);
  }

  /** The provision without its document; the document where it is cited alone. */
  private static Texts alone(Texts words, Texts document) {
    if (words.equals(document)) {
      return document;
    }
    return new Texts(
        words.zh().substring(document.zh().length()),
        words.en().substring(0, words.en().length() - (" of " + document.en()).length()));
  }
}
