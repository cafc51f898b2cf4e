package cn.sunlot.drawlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogEntryTest {

  private static final String HASH = "ab".repeat(32);
  private static final LogEntry ENTRY =
      new LogEntry(
          17,
          "draw-committed",
          Instant.parse("2026-11-20T09:30:00Z"),
          "机关",
          "a-1",
          "D-2026-0007",
          HASH);

  @Test
  void an_entry_is_written_as_the_log_says_and_read_again() {
    String json =
        "{\"actor\":\"a-1\",\"at\":\"2026-11-20T09:30:00Z\",\"hash\":\""
            + HASH
            + "\",\"org\":\"机关\",\"ref\":\"D-2026-0007\",\"seq\":\"17\","
            + "\"type\":\"draw-committed\",\"v\":1}";
    assertThat(new String(ENTRY.write(), UTF_8)).isEqualTo(json);
    assertThat(LogEntry.parse(json.getBytes(UTF_8))).isEqualTo(ENTRY);
    String finer = json.replace("30:00Z", "30:00.123456Z");
    assertThat(LogEntry.parse(finer.getBytes(UTF_8)).at())
        .isEqualTo(Instant.parse("2026-11-20T09:30:00.123456Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v\":1|\"v\":2",
        "\"v\":1|\"v\":\"1\"",
        "\"seq\":\"17\"|\"seq\":17",
        "\"seq\":\"17\"|\"seq\":\"017\"",
        "\"seq\":\"17\"|\"seq\":\"-1\"",
        "\"seq\":\"17\"|\"seq\":\"1000000000000000000\"",
        "\"hash\":\"ab|\"hash\":\"AB",
        "\"type\":\"draw-committed\"|\"type\":\"draw committed\"",
        "T09:30:00Z|T09:30:00+00:00",
        "T09:30:00Z|T09:30Z",
        "T09:30:00Z|T25:30:00Z",
        "T09:30:00Z|T09:30:00.1234567890Z",
        "\"ref\":|\"rex\":",
        "\"org\":\"机关\"|\"org\":\"\\n\""
      })
  void anything_else_is_refused(String from, String to) {
    String json = new String(ENTRY.write(), UTF_8);
    assertThat(json).contains(from);
    assertThatThrownBy(() -> LogEntry.parse(json.replace(from, to).getBytes(UTF_8)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void the_hash_is_of_salt_and_payload() {
    // printf '\0%.0s' {1..32} | cat - <(printf '{}') | sha256sum
    assertThat(LogEntry.hash(new byte[32], "{}".getBytes(UTF_8)))
        .isEqualTo("fb1634c4e6cd4b1f1afe3ce2d6ef080f7ac5d1f357d723ad4dfca782733b62db");
    assertThatThrownBy(() -> LogEntry.hash(new byte[31], new byte[0])).hasMessageContaining("31");
  }

  @Test
  void steps_are_known_by_their_types() {
    assertThat(List.of(StepType.values()))
        .extracting(StepType::type)
        .containsExactly(
            "draw-committed",
            "draw-revealed",
            "draw-public",
            "draw-opened",
            "draw-round",
            "draw-drawn",
            "draw-void");
    assertThat(StepType.of("draw-void")).contains(StepType.VOID);
    assertThat(StepType.of("task-opened")).isEmpty();
  }

  @Test
  void payloads_have_the_members_of_their_steps() {
    PublicSource dice = new PublicSource("dice", "in the room");
    assertThat(Jcs.text(StepPayload.value(0, dice, "6")))
        .isEqualTo("{\"id\":\"in the room\",\"kind\":\"dice\",\"value\":\"6\"}");
    assertThat(Jcs.text(StepPayload.value(2, dice, "6")))
        .isEqualTo("{\"id\":\"in the room\",\"kind\":\"dice\",\"r\":2,\"value\":\"6\"}");
    assertThat(Jcs.text(StepPayload.opened(0, "c0"))).isEqualTo("{\"r\":0,\"value\":\"c0\"}");
    assertThat(Jcs.text(StepPayload.voided("h", "late", List.of("w1"), "why", "who")))
        .isEqualTo(
            "{\"approver\":\"who\",\"cause\":\"late\",\"commitmentHash\":\"h\","
                + "\"failed\":[\"w1\"],\"reason\":\"why\"}");
  }
}
