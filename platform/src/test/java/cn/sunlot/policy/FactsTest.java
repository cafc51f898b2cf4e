package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.policy.Facts.Fact;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The profile files say what the regulations say: every fact of {@code policy/facts.yaml} stands in
 * its file with its value and its clause, and a file sets nothing else but what is named here.
 */
class FactsTest {

  @ParameterizedTest
  @ValueSource(strings = {"base", "taizhou", "pingdingshan", "shaoxing", "rushan", "zibo_miit"})
  void every_fact_is_a_value_of_the_profile(String id) {
    Profile profile = TestProfiles.get(id);
    List<Fact> facts = Facts.of(id);
    assertThat(facts).hasSizeGreaterThan(15);
    assertThat(facts)
        .allSatisfy(
            fact -> {
              Setting setting = find(profile, fact);
              assertThat(Facts.comparable(setting.json())).isEqualTo(fact.value());
              assertThat(setting.profileId()).isEqualTo(id);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"taizhou", "pingdingshan", "shaoxing", "rushan", "zibo_miit"})
  void every_rule_names_the_clauses_of_its_facts_and_each_value_one_of_them(String id) {
    Profile profile = TestProfiles.get(id);
    List<Fact> facts = Facts.of(id);
    assertThat(facts)
        .allSatisfy(
            fact ->
                assertThat(find(profile, fact).clauses()).isNotEmpty().isSubsetOf(fact.clauses()));
    for (String rule : facts.stream().map(Fact::rule).collect(Collectors.toSet())) {
      Set<String> named =
          facts.stream()
              .filter(f -> f.rule().equals(rule))
              .flatMap(f -> f.clauses().stream())
              .collect(Collectors.toSet());
      assertThat(
              profile.ruling().getOrDefault(rule, List.of()).stream()
                  .filter(s -> s.profileId().equals(id))
                  .flatMap(s -> s.clauses().stream())
                  .collect(Collectors.toSet()))
          .as(rule)
          .isEqualTo(named);
    }
  }

  /**
   * What a file sets besides: a value that follows from another one, or is read from the clause.
   */
  @ParameterizedTest
  @CsvSource({
    "taizhou, team.leader joint-tasks.await joint-tasks.hand-down",
    "pingdingshan, ad-hoc.campaigns method.allowed recusal.substitute-by registry-confirmation.since"
        + " registry-confirmation.within-days team.leader joint-tasks.await joint-tasks.hand-down",
    "shaoxing, ad-hoc.allowed",
    "rushan, ''",
    "zibo_miit, ad-hoc.allowed exemption-list.applies item-list.joint-approved-by"
        + " objection.offered task-report.required"
  })
  void a_file_sets_nothing_but_the_facts_and_what_follows_from_them(String id, String besides) {
    Set<String> facts =
        Facts.of(id).stream().map(f -> f.rule() + "." + f.field()).collect(Collectors.toSet());
    assertThat(
            TestProfiles.get(id).ruling().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.profileId().equals(id))
                .map(s -> s.rule() + "." + s.field())
                .filter(name -> !facts.contains(name)))
        .isSubsetOf(besides.split(" "));
  }

  private static Setting find(Profile profile, Fact fact) {
    return profile.ruling().getOrDefault(fact.rule(), List.of()).stream()
        .filter(s -> s.field().equals(fact.field()))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no value %s.%s in %s".formatted(fact.rule(), fact.field(), profile.id())));
  }
}
