package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Targets that other systems send. */
@PlatformTest
@Clause({"TZ-10", "ZB-6"})
class TargetBatchTest {

  private static final String PATH = "/api/targets/batch";
  private static final String A = code("91370303MA3C0EXC0");
  private static final String B = code("91370303MA3C0EXA1");

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Api api;
  @Autowired private Entries entries;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private static String code(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  private static Map<String, Object> target(String unitId, String name) {
    return Map.of("unitId", unitId, "name", name, "tags", List.of("环保"));
  }

  private JsonNode send(UUID key, boolean together, List<?> targets) throws Exception {
    var body = Map.of("together", together, "targets", targets);
    return api.body(api.send(bureau, "officer", PATH, null, body, key).andExpect(status().isOk()));
  }

  private long known() throws Exception {
    return api.body(api.read(bureau, "officer", "/api/targets")).get("total").asLong();
  }

  @Test
  void each_row_is_answered_with_what_became_of_it_and_the_way_out() throws Exception {
    send(UUID.randomUUID(), false, List.of(target(A, "甲公司")));
    JsonNode answer =
        send(
            UUID.randomUUID(),
            false,
            List.of(
                target(A, "甲公司"),
                target(B, "乙公司"),
                target("110105194912310021", "某人"),
                target("12", "丙公司"),
                target(B, "乙公司又一行")));
    assertThat(answer.at("/rows").findValuesAsString("outcome"))
        .containsExactly("same", "added", "refused", "refused", "refused");
    assertThat(answer.at("/rows/3/issues/0/field").asString()).isEqualTo("unit-id");
    assertThat(answer.at("/rows/3/issues/0/value").asString()).isEqualTo("12");
    assertThat(answer.at("/rows/3/issues/0/fix").asString()).contains("18 位");
    assertThat(answer.at("/rows/4/issues/0/message").asString()).isEqualTo("与第 2 行重复");
    assertThat(answer.get("added").asInt()).isEqualTo(1);
    assertThat(answer.get("refused").asInt()).isEqualTo(3);
    JsonNode changed = send(UUID.randomUUID(), true, List.of(target(A, "甲公司改名")));
    assertThat(changed.at("/rows/0/outcome").asString()).isEqualTo("changed");
    assertThat(known()).isEqualTo(2);
    api.read(bureau, "officer", "/api/imports/{id}", answer.get("importId").asString())
        .andExpect(jsonPath("$.state").value("done"))
        .andExpect(jsonPath("$.counts.read").value(5))
        .andExpect(jsonPath("$.counts.rejected").value(3));
    assertThat(entries.payloads(bureau, "import-finished")).hasSize(3);
  }

  @Test
  void the_same_key_gives_the_same_answer_and_the_same_rows_change_nothing() throws Exception {
    UUID key = UUID.randomUUID();
    List<?> rows = List.of(target(A, "甲公司"), target(B, "乙公司"));
    JsonNode first = send(key, true, rows);
    assertThat(send(key, true, rows)).isEqualTo(first);
    JsonNode again = send(UUID.randomUUID(), true, rows);
    assertThat(again.get("same").asInt()).isEqualTo(2);
    assertThat(known()).isEqualTo(2);
  }

  @Test
  void rows_that_belong_together_are_refused_together_and_nothing_is_written() throws Exception {
    var body = Map.of("together", true, "targets", List.of(target(A, "甲公司"), target("12", "丙")));
    api.send(bureau, "officer", PATH, null, body)
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.title").value("有 1 行需要更正"))
        .andExpect(jsonPath("$.errors[0].row").value(2))
        .andExpect(jsonPath("$.errors[0].value").value("12"))
        .andExpect(jsonPath("$.errors[0].fix").isNotEmpty());
    assertThat(known()).isZero();
    assertThat(entries.payloads(bureau, "import-started")).isEmpty();
  }

  @Test
  void who_may_not_import_and_who_sends_too_much_at_once_is_refused() throws Exception {
    var body = Map.of("targets", List.of(target(A, "甲公司")));
    api.send(bureau, "head", PATH, null, body).andExpect(status().isForbidden());
    var tooMuch = Map.of("targets", Collections.nCopies(5_001, target(A, "甲公司")));
    api.send(bureau, "officer", PATH, null, tooMuch).andExpect(status().is4xxClientError());
    api.send(bureau, "officer", PATH, null, Map.of("targets", List.of()))
        .andExpect(status().is4xxClientError());
  }
}
