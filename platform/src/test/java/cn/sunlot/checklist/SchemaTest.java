package cn.sunlot.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the schema says of a definition is what the rules say of its shape. */
class SchemaTest {

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Vectors.text("checklist.schema.json"), InputFormat.JSON);

  private static Stream<JsonNode> free() {
    Stream<JsonNode> named =
        Stream.concat(
            Vectors.cases("evaluation.json"),
            Vectors.cases("refusals.json").filter(c -> c.get("errors").isEmpty()));
    return Stream.concat(
        Stream.concat(named, Vectors.generated()).map(c -> c.get("definition")),
        Vectors.cases("first-model.json").map(c -> c.get("present")));
  }

  @Test
  void definitions_without_mistakes_are_what_the_schema_describes() {
    assertThat(free().toList())
        .hasSizeGreaterThan(205)
        .allSatisfy(d -> assertThat(schema.validate(d.toString(), InputFormat.JSON)).isEmpty());
  }

  @Test
  void what_is_written_to_a_file_is_what_the_schema_describes() {
    assertThat(free().map(Vectors::definition).map(DefinitionJson::file))
        .allSatisfy(f -> assertThat(schema.validate(f, InputFormat.JSON)).isEmpty());
  }

  @Test
  void what_cannot_be_read_is_not_what_the_schema_describes() {
    assertThat(Vectors.cases("misshapen.json"))
        .isNotEmpty()
        .allSatisfy(
            c ->
                assertThat(schema.validate(c.get("definition").toString(), InputFormat.JSON))
                    .as(c.get("name").asString())
                    .isNotEmpty());
  }
}
