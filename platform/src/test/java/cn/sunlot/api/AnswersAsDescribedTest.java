package cn.sunlot.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.test.web.servlet.setup.RouterFunctionMockMvcBuilder;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The comparison that watches all other tests fails where a page would break. */
class AnswersAsDescribedTest {

  private static final String DESCRIPTION =
      """
      {"paths": {"/api/draws/{id}": {"get": {"responses": {
          "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Draw"}}}},
          "default": {"$ref": "#/components/responses/Problem"}}}}},
       "components": {
         "responses": {"Problem": {"content": {"application/problem+json": {"schema":
           {"type": "object", "required": ["title"], "properties": {"title": {"type": "string"}}}}}}},
         "schemas": {
           "Person": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
           "Draw": {"type": "object", "required": ["number", "state", "size", "witnesses"], "properties": {
             "number": {"type": "string"},
             "state": {"type": "string", "enum": ["drawn", "closed"]},
             "size": {"type": "integer"},
             "reason": {"type": ["string", "null"]},
             "approver": {"oneOf": [{"$ref": "#/components/schemas/Person"}, {"type": "null"}]},
             "witnesses": {"type": "array", "items": {"$ref": "#/components/schemas/Person"}},
             "excluded": {"type": "object", "additionalProperties": {"type": "integer"}}}}}}}
      """;

  private static final String RIGHT =
      """
      {"number": "D-1", "state": "drawn", "size": 18, "reason": null, "approver": null,
       "witnesses": [{"name": "w"}], "excluded": {"exempt": 1}}
      """;

  /** Answers the body with the status, and compares it. */
  private static void answer(int status, String body) throws Exception {
    var answers = new AnswersAsDescribed(new JsonMapper().readTree(DESCRIPTION));
    RouterFunction<ServerResponse> draws =
        RouterFunctions.route()
            .GET(
                "/api/draws/{id}",
                asked ->
                    ServerResponse.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body))
            .build();
    RouterFunctionMockMvcBuilder builder = MockMvcBuilders.routerFunctions(draws);
    answers.checkAnswers().customize(builder);
    builder.build().perform(get("/api/draws/1")).andExpect(status().is(status));
  }

  @Test
  void an_answer_as_described_passes() {
    assertThatCode(() -> answer(200, RIGHT)).doesNotThrowAnyException();
    assertThatCode(() -> answer(409, "{\"title\": \"no\"}")).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          "number": "D-1",      | `` | .number is missing
          "number": "D-1"       | "number": 1 | .number is number, not [string]
          "number": "D-1"       | "number": null | .number is null, not [string]
          "size": 18            | "size": "18" | .size is string, not [number]
          "state": "drawn"      | "state": "Drawn" | .state is "Drawn", not one of
          "reason": null        | "reason": true | .reason is boolean, not [string, null]
          "approver": null      | "approver": {} | .approver.name is missing
          "witnesses": [{"name" | "witnesses": [{"title" | .witnesses[].name is missing
          "witnesses": [{"name" | "witnesses": [{"title" | .witnesses[].title is not described
          "exempt": 1           | "exempt": "one" | .excluded.exempt is string, not [number]
          "reason": null        | "cause": null | .cause is not described
          """)
  void an_answer_otherwise_than_described_fails_and_says_where(
      String right, String wrong, String said) {
    assertThatThrownBy(() -> answer(200, RIGHT.replace(right, wrong)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "get /api/draws/{id} answers otherwise than openapi.json says (make docs?)")
        .hasMessageContaining(said);
  }

  @Test
  void a_list_in_place_of_a_record_fails() {
    assertThatThrownBy(() -> answer(200, "[]")).hasMessageContaining("is array, not [object]");
  }

  @Test
  void a_refusal_otherwise_than_described_fails() {
    assertThatThrownBy(() -> answer(409, "{}")).hasMessageContaining(".title is missing");
  }

  @Test
  void a_status_that_is_not_described_fails() {
    assertThatThrownBy(() -> answer(201, RIGHT))
        .hasMessageContaining("status 201 is not described with a body");
  }
}
