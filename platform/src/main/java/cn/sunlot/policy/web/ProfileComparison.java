package cn.sunlot.policy.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Setting;
import cn.sunlot.policy.domain.ProfileState;
import cn.sunlot.policy.store.ProfileSearch;
import cn.sunlot.policy.store.ProfileSearch.Found;
import cn.sunlot.policy.web.ProfileViews.ProfileSummary;
import cn.sunlot.policy.web.ProfileWords.ValueView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Puts profiles side by side: every rule, every value, and where they differ. */
@Component
class ProfileComparison {

  /** How many fit side by side. */
  static final int MOST = 6;

  /**
   * Profiles side by side.
   *
   * @param on the day for which they speak
   * @param rules in the order of the base rules
   */
  record Comparison(LocalDate on, List<ProfileSummary> profiles, List<ComparedRule> rules) {}

  /**
   * A rule of all of them.
   *
   * @param differs whether they differ in one of its values
   */
  record ComparedRule(
      String key, String title, String words, boolean differs, List<ComparedValue> values) {}

  /**
   * A value of a rule.
   *
   * @param name what it is called; "" where the rule is this one value
   * @param cells one for each profile, in their order
   */
  record ComparedValue(String name, boolean differs, List<ComparedCell> cells) {}

  /**
   * What one profile says.
   *
   * @param own whether the profile sets it itself; otherwise it follows {@code says.from}
   */
  record ComparedCell(boolean own, ValueView says) {}

  private final ProfileSearch search;
  private final ProfileViews views;
  private final ProfileWords words;
  private final ProblemTexts texts;
  private final ObjectMapper json;

  ProfileComparison(
      ProfileSearch search,
      ProfileViews views,
      ProfileWords words,
      ProblemTexts texts,
      ObjectMapper json) {
    this.search = search;
    this.views = views;
    this.words = words;
    this.texts = texts;
    this.json = json;
  }

  Comparison of(Scope scope, List<String> ids, LocalDate on, Locale locale) {
    if (ids.size() > MOST) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(
              List.of(
                  WrongValue.of(
                      "ids", String.join(", ", ids), "policy.wrong.ids", String.valueOf(MOST))));
    }
    List<Found> found =
        ids.isEmpty()
            ? usual(scope, on)
            : wanted(ids).stream().map(id -> search.get(scope, id, on)).toList();
    List<Profile> profiles = found.stream().map(views::profile).toList();
    Set<String> rules = new LinkedHashSet<>();
    profiles.forEach(p -> rules.addAll(p.ruling().keySet()));
    return new Comparison(
        on,
        found.stream().map(f -> views.summary(f, locale)).toList(),
        rules.stream().map(rule -> rule(rule, profiles, locale)).toList());
  }

  /** One alone stands beside the reader's own. */
  private Set<String> wanted(List<String> ids) {
    Set<String> wanted = new LinkedHashSet<>();
    if (ids.size() == 1) {
      wanted.add(views.ownId());
    }
    wanted.addAll(ids);
    return wanted;
  }

  /** The reader's own first, then those that may be used on that day. */
  private List<Found> usual(Scope scope, LocalDate on) {
    List<Found> usual = new ArrayList<>();
    for (Found found : search.list(scope, on)) {
      boolean usable =
          found.state() == ProfileState.IN_FORCE || found.state() == ProfileState.CONFIRMED;
      if (found.version().profileId().equals(views.ownId())) {
        usual.add(0, found);
      } else if (usable) {
        usual.add(found);
      }
    }
    return usual.subList(0, Math.min(MOST, usual.size()));
  }

  private ComparedRule rule(String rule, List<Profile> profiles, Locale locale) {
    Set<String> fields = new LinkedHashSet<>();
    for (Profile profile : profiles) {
      profile.ruling().getOrDefault(rule, List.of()).forEach(s -> fields.add(s.field()));
    }
    List<ComparedValue> values =
        fields.stream().map(field -> value(rule, field, profiles, locale)).toList();
    String key = "policy.rule." + rule;
    return new ComparedRule(
        rule,
        texts.text(key, locale),
        texts.text(key + ".words", locale),
        values.stream().anyMatch(ComparedValue::differs),
        values);
  }

  private ComparedValue value(String rule, String field, List<Profile> profiles, Locale locale) {
    List<Optional<Setting>> settings = profiles.stream().map(p -> find(p, rule, field)).toList();
    List<ComparedCell> cells = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      Profile profile = profiles.get(i);
      cells.add(
          settings
              .get(i)
              .map(s -> cell(profile, s, locale))
              .orElseGet(() -> new ComparedCell(true, words.unsaid(rule, field, locale))));
    }
    long different =
        settings.stream().map(s -> s.map(this::comparable).orElse("null")).distinct().count();
    return new ComparedValue(words.name(rule, field, locale), different > 1, cells);
  }

  private ComparedCell cell(Profile profile, Setting setting, Locale locale) {
    return new ComparedCell(
        setting.profileId().equals(profile.id()), words.value(profile, setting, locale));
  }

  private static Optional<Setting> find(Profile profile, String rule, String field) {
    return profile.ruling().getOrDefault(rule, List.of()).stream()
        .filter(s -> s.field().equals(field))
        .findFirst();
  }

  /** Lists are compared without their order. */
  private String comparable(Setting setting) {
    JsonNode value = json.readTree(setting.json());
    return value.isArray()
        ? value.valueStream().map(JsonNode::toString).sorted().collect(Collectors.joining(","))
        : value.toString();
  }
}
