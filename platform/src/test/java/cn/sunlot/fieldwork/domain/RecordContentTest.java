package cn.sunlot.fieldwork.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.fieldwork.domain.RecordContent.AddedProblem;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordContentTest {

  private static ItemEntry entry(String more) {
    String json =
        """
        {"visitedOn": "2026-03-10", "methods": ["on-site"], "licencesShown": true,
         "noticeHandedOver": true, "adjustedSteps": "", "signature": null, "direct": null,
         "officers": null, "items": [{"taskId": "00000000-0000-7000-8000-000000000001",
         "itemVersionId": "00000000-0000-7000-8000-000000000002",
         "answers": {"Q1": "not-conform", "Q2": "达标"}, "type": "problem-found-corrected",
         "finding": "一台在用", "measures": [], "handling": ""%s}]}\
        """
            .formatted(more);
    return JsonMapper.shared().readValue(json, RecordContent.class).items().get(0);
  }

  @Test
  void a_record_of_the_time_of_simple_checklists_is_read_with_all_that_it_says() {
    ItemEntry old = entry("");
    assertThat(old.checklistId()).isNull();
    assertThat(old.given().answers()).isEqualTo(Map.of("Q1", "not-conform", "Q2", "达标"));
    assertThat(old.given().several()).isEmpty();
    assertThat(old.found()).isEmpty();
    assertThat(old.hasProblems()).isFalse();
  }

  @Test
  void an_added_problem_says_what_and_what_follows() {
    assertThat(added("\"text\": \"杂物\", \"consequence\": {\"kind\": \"on-the-spot\"}").saysEnough())
        .isTrue();
    assertThat(added("\"text\": \"杂物\"").saysEnough()).isTrue();
    assertThat(added("\"text\": \" \"").saysEnough()).isFalse();
    assertThat(added("\"text\": \"杂物\", \"consequence\": {\"kind\": \"order\"}").saysEnough())
        .isFalse();
    assertThat(added("\"text\": \"杂物\", \"consequence\": {\"kind\": \"transfer\"}").saysEnough())
        .isFalse();
    assertThat(added("\"text\": \"杂物\", \"consequence\": {\"kind\": \"fine\"}").saysEnough())
        .isFalse();
  }

  private static AddedProblem added(String members) {
    return entry(", \"added\": [{%s}]".formatted(members)).added().get(0);
  }
}
