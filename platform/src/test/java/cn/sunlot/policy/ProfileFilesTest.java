package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.law.Clause;
import cn.sunlot.policy.profiles.FileNames;
import cn.sunlot.policy.profiles.ProfileFileProblem;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Profile files: inheritance value by value, the superior's prevalence, and refusal of what does
 * not fit.
 */
class ProfileFilesTest {

  private static final String HEAD =
      """
      id: own
      version: "1"
      inherits: base
      title: {zh: 测试规则, en: Test rules}
      cited-as: {zh: 《测试规则》, en: test rules}
      clause-prefix: OW
      """;

  private static final String SUPERIOR =
      """
      id: province
      version: "1"
      inherits: base
      title: {zh: 省规则, en: Provincial rules}
      cited-as: {zh: 《省规则》, en: provincial rules}
      clause-prefix: PR
      rules:
        annual-cap: {clauses: [PR-7], set: {max: 1}}
      """;

  private static Profile read(String own) {
    Map<String, String> texts = TestProfiles.texts();
    texts.put("own.yaml", own);
    texts.put("province.yaml", SUPERIOR);
    return TestProfiles.get("own", texts);
  }

  private static void refused(String own, String... words) {
    assertThatThrownBy(() -> read(own))
        .isInstanceOf(ProfileFileProblem.class)
        .hasMessageContainingAll(words);
  }

  @Test
  @Clause("TZ-43")
  void a_profile_sets_single_values_and_inherits_the_others_of_the_same_rule() {
    Profile own = read(HEAD + "rules:\n  annual-cap: {clauses: [OW-3], set: {max: 3}}\n");
    assertThat(own.annualCap().value().max()).isEqualTo(3);
    assertThat(own.annualCap().value().scope())
        .isEqualTo(AnnualCap.CountedOver.ALL_DRAWS_OF_THE_YEAR);
    assertThat(own.annualCap().clauses()).containsExactly("OW-3");
    assertThat(own.annualCap().from()).isEqualTo("own");
    assertThat(own.team().from()).isEqualTo("base");
  }

  @Test
  @Clause({"TZ-42", "ZB-21.2"})
  void the_superiors_value_prevails_and_the_displaced_one_stays_known() {
    Profile own =
        read(
            HEAD
                + "superior: province\nrules:\n"
                + "  annual-cap: {clauses: [OW-3], set: {max: 3, as-a-rule: false}}\n");
    assertThat(own.annualCap().value().max()).isEqualTo(1);
    assertThat(own.annualCap().value().asARule()).isFalse();
    assertThat(own.annualCap().from()).isEqualTo("province");
    assertThat(own.annualCap().clauses()).containsExactly("PR-7");
    assertThat(own.displaced())
        .filteredOn(s -> s.rule().equals("annual-cap") && s.field().equals("max"))
        .extracting(Setting::profileId, Setting::json)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("base", "2"),
            org.assertj.core.groups.Tuple.tuple("own", "3"));
    assertThat(own.chain())
        .extracting(Profile.ChainLink::id)
        .containsExactly("base", "own", "province");
  }

  @Test
  void a_term_is_one_value_so_that_days_never_mix_with_inherited_months() {
    Profile own =
        read(
            HEAD
                + "rules:\n"
                + "  follow-up: {clauses: [OW-4], set: {complete-within: {days: 10, kind: calendar,"
                + " from: task-end}}}\n");
    assertThat(own.followUp().value().completeWithin())
        .isEqualTo(new Term(10, null, Term.Kind.CALENDAR, Term.Start.TASK_END));
  }

  @Test
  void the_hash_is_that_of_the_files_of_the_chain_one_after_the_other() throws Exception {
    Map<String, String> texts = TestProfiles.texts();
    String chain = texts.get("profiles/base.yaml") + texts.get("profiles/zibo_miit.yaml");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(chain.getBytes(StandardCharsets.UTF_8));
    assertThat(TestProfiles.get("zibo_miit").hash()).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void a_rule_without_a_clause_is_refused() {
    refused(
        HEAD + "rules:\n  annual-cap: {set: {max: 3}}\n",
        "own.yaml",
        "rules.annual-cap.clauses",
        "missing");
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [], set: {max: 3}}\n",
        "own.yaml",
        "rules.annual-cap.clauses",
        "no clause",
        "Name the clause");
  }

  @Test
  void a_clause_of_another_document_is_refused() {
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [ZB-12], set: {max: 3}}\n",
        "rules.annual-cap.clauses",
        "ZB-12",
        "OW-<number>");
  }

  @Test
  void unknown_rules_and_values_are_refused_with_those_that_there_are() {
    refused(
        HEAD + "rules:\n  anual-cap: {clauses: [OW-1], set: {max: 3}}\n",
        "own.yaml",
        "rules.anual-cap",
        "unknown key",
        "annual-cap");
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [OW-1], set: {maximum: 3}}\n",
        "rules.annual-cap.set.maximum",
        "unknown key",
        "max");
    refused(HEAD + "validity: {}\nrules: {}\n", "validity", "unknown key", "valid");
    refused(
        HEAD
            + "rules:\n"
            + "  archive: {clauses: [OW-1], set: {within: {days: 3, kind: working, from: task-end,"
            + " to: x}}}\n",
        "own.yaml",
        "rules.archive.set.within",
        "unknown key to");
  }

  @Test
  void values_of_the_wrong_type_are_refused_with_file_key_value_and_way_out() {
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [OW-1], set: {max: two}}\n",
        "own.yaml",
        "rules.annual-cap.set.max",
        "value \"two\"",
        "a whole number");
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [OW-1], set: {max: \"2\"}}\n",
        "rules.annual-cap.set.max",
        "a whole number");
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [OW-1], set: {max: 2.5}}\n",
        "rules.annual-cap.set.max");
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [OW-1], set: {scope: every-year}}\n",
        "rules.annual-cap.set.scope",
        "value \"every-year\"",
        "same-item-same-year");
    refused(
        HEAD + "rules:\n  single-bureau: {clauses: [OW-1], set: maybe}\n",
        "own.yaml",
        "rules.single-bureau.set",
        "true or false");
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [OW-1], set: 3}\n",
        "rules.annual-cap.set",
        "keys and values");
    refused(HEAD.replace("\"1\"", "1") + "rules: {}\n", "own.yaml", "version", "a text");
  }

  @Test
  void values_that_make_no_sense_are_refused_although_their_type_is_right() {
    refused(
        HEAD + "rules:\n  annual-cap: {clauses: [OW-1], set: {max: 0}}\n",
        "own.yaml",
        "rules.annual-cap",
        "max is at least 1");
    refused(
        HEAD + "rules:\n  archive: {clauses: [OW-1], set: {within: {days: 3, from: task-end}}}\n",
        "rules.archive.set.within",
        "kind: working or calendar");
    refused(
        HEAD + "rules:\n  publish: {clauses: [OW-1], set: {within: null}}\n",
        "own.yaml",
        "rules.publish.set.within",
        "missing");
  }

  @Test
  void a_value_may_be_null_only_where_the_rule_allows_nothing_to_be_laid_down() {
    Profile own = read(HEAD + "rules:\n  replacement: {clauses: [OW-1], set: {approver: null}}\n");
    assertThat(own.replacement().value().approver()).isNull();
  }

  @Test
  void doubled_keys_circles_and_unknown_parents_are_refused() {
    refused(
        HEAD + "rules:\n  plan: {clauses: [OW-1], set: {}}\n  plan: {clauses: [OW-1], set: {}}\n",
        "own.yaml",
        "plan");
    refused(HEAD.replace("inherits: base", "inherits: own") + "rules: {}\n", "a circle", "own");
    refused(
        HEAD.replace("inherits: base", "inherits: nobody") + "rules: {}\n",
        "own.yaml",
        "inherits",
        "no such profile",
        "zibo_miit");
    refused(HEAD.replace("id: own", "id: base") + "rules: {}\n", "id", "same id");
  }

  @Test
  void a_profile_that_inherits_nothing_must_set_everything() {
    refused(
        HEAD.replace("inherits: base\n", "")
            + "rules:\n  single-bureau: {clauses: [OW-1], set: true}\n",
        "own.yaml",
        "rules.item-list",
        "missing");
  }

  @Test
  void the_base_rules_say_something_of_every_value_there_is() {
    List<String> values = new ArrayList<>();
    for (RecordComponent rule : RuleSet.class.getRecordComponents()) {
      if (!rule.getType().isRecord()) {
        values.add(FileNames.of(rule.getName()) + ".");
      } else {
        for (RecordComponent field : rule.getType().getRecordComponents()) {
          values.add(FileNames.of(rule.getName()) + "." + FileNames.of(field.getName()));
        }
      }
    }
    Profile base = TestProfiles.get("base");
    assertThat(base.ruling().values().stream().flatMap(List::stream))
        .extracting(s -> s.rule() + "." + s.field())
        .containsExactlyInAnyOrderElementsOf(values);
    assertThat(base.displaced()).isEmpty();
  }

  @Test
  void files_that_were_stored_before_a_value_existed_can_still_be_read() {
    Map<String, String> texts = TestProfiles.texts();
    texts.computeIfPresent(
        "profiles/base.yaml", (n, text) -> text.replace("      lead-min: null\n", ""));
    assertThat(TestProfiles.get("zibo_miit", texts).team().value().leadMin()).isNull();
  }
}
