package cn.sunlot.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The platform says of a checklist and its answers what the engine of the screens says. */
class SharedVectorsTest {

  private static final List<String> MEMBERS =
      List.of("visible", "required", "missing", "wrong", "found", "progress");

  private static DynamicTest named(JsonNode one, Runnable test) {
    return DynamicTest.dynamicTest(one.get("name").asString(), test::run);
  }

  @TestFactory
  @Clause({"TZ-M5", "TZ-28"})
  Stream<DynamicTest> a_definition_is_refused_by_name_of_section_question_and_field() {
    return Vectors.cases("refusals.json")
        .map(
            c ->
                named(
                    c,
                    () ->
                        assertThat(DefinitionRules.errors(Vectors.definition(c.get("definition"))))
                            .isEqualTo(Vectors.errors(c.get("errors")))));
  }

  @TestFactory
  Stream<DynamicTest> what_has_another_shape_is_refused_where_it_differs() {
    return Vectors.cases("misshapen.json")
        .map(
            c ->
                named(
                    c,
                    () -> {
                      var parsed = DefinitionJson.parsed(Vectors.tree(c.get("definition")));
                      assertThat(parsed.definition()).isNull();
                      assertThat(parsed.errors()).isEqualTo(Vectors.errors(c.get("errors")));
                    }));
  }

  @TestFactory
  @Clause("TZ-28")
  Stream<DynamicTest> a_checklist_of_the_first_model_is_read_as_one_of_the_present() {
    return Vectors.cases("first-model.json")
        .map(
            c ->
                named(
                    c,
                    () -> {
                      var present = Vectors.definition(c.get("present"));
                      assertThat(Vectors.definition(c.get("first"))).isEqualTo(present);
                      assertThat(DefinitionJson.sections(c.get("first").get("sections").toString()))
                          .isEqualTo(present.sections());
                      assertThat(DefinitionRules.errors(present)).isEmpty();
                    }));
  }

  @TestFactory
  @Clause({"TZ-M5", "TZ-28"})
  Stream<DynamicTest> answers_mean_the_same_on_both_sides() {
    return Vectors.cases("evaluation.json").map(c -> named(c, () -> evaluate(c)));
  }

  private static void evaluate(JsonNode of) {
    Definition definition = Vectors.definition(of.get("definition"));
    assertThat(DefinitionRules.errors(definition)).isEmpty();
    for (JsonNode one : of.get("cases")) {
      Answers given = Vectors.answers(one.get("given"));
      Map<String, Object> expected = new LinkedHashMap<>();
      one.properties().stream()
          .filter(p -> MEMBERS.contains(p.getKey()))
          .forEach(p -> expected.put(p.getKey(), Vectors.tree(p.getValue())));
      assertThat(Vectors.written(Evaluation.of(definition, given), expected.keySet()))
          .as(one.get("given").toString())
          .isEqualTo(expected);
      if (one.has("canonical")) {
        assertThat(Evaluation.canonical(definition, given))
            .isEqualTo(Vectors.answers(one.get("canonical")));
      }
    }
  }

  @Test
  void two_hundred_generated_checklists_and_answers_come_to_the_same() {
    assertThat(Vectors.generated())
        .hasSize(200)
        .allSatisfy(
            one -> {
              Definition definition = Vectors.definition(one.get("definition"));
              Answers given = Vectors.answers(one.get("given"));
              Map<String, Object> expected = new LinkedHashMap<>();
              MEMBERS.forEach(m -> expected.put(m, Vectors.tree(one.get(m))));
              assertThat(DefinitionRules.errors(definition)).isEmpty();
              assertThat(Vectors.written(Evaluation.of(definition, given), MEMBERS))
                  .isEqualTo(expected);
              assertThat(Evaluation.canonical(definition, given))
                  .isEqualTo(Vectors.answers(one.get("canonical")));
            });
  }

  @Test
  void what_is_written_to_a_file_or_kept_is_read_as_it_was() {
    assertThat(Vectors.generated())
        .allSatisfy(
            one -> {
              Definition definition = Vectors.definition(one.get("definition"));
              var read = DefinitionJson.parse(DefinitionJson.file(definition));
              assertThat(read.errors()).isEmpty();
              assertThat(read.definition()).isEqualTo(definition);
              assertThat(DefinitionJson.sections(DefinitionJson.kept(definition.sections())))
                  .isEqualTo(definition.sections());
            });
  }
}
