package cn.sunlot.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.cli.Trouble;
import cn.sunlot.draw.Quota;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  private static final String VALID =
      """
      task: t
      witnesses:
        - name: w1
          role: lawyer
          nonce: made
      public:
        - {kind: dice, id: ten digits}
      targets:
        registry: lift
        columns: {number: N, stratum: S}
      strata:
        A: {rate: 0.5%}
        B: {count: 7}
      """;

  @TempDir Path folder = Path.of("");

  private TargetRules read(String text) throws IOException {
    Path file = folder.resolve("rules.yaml");
    Files.writeString(file, text);
    return TargetRules.read(file);
  }

  @Test
  void rates_are_kept_exactly_as_ten_thousandths() throws IOException {
    TargetRules rules = read(VALID);
    assertThat(rules.strata())
        .containsEntry("A", new Quota.Rate(50))
        .containsEntry("B", new Quota.Count(7));
    assertThat(rules.ceremony().suite()).isEqualTo("sha256");
    assertThat(rules.openDrawn()).isFalse();
    assertThat(read(VALID.replace("0.5%", "100%")).strata())
        .containsEntry("A", new Quota.Rate(10_000));
    assertThat(read(VALID.replace("0.5%", "0.29%")).strata())
        .containsEntry("A", new Quota.Rate(29));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task: t|tusk: t|1|tusk",
        "task: t|task:|1|not empty",
        "name: w1|name: operator|3|operator",
        "name: w1|name: W 1|3|W 1",
        "role: lawyer|role: operator|4|operator",
        "nonce: made|nonce: later|5|later",
        "    nonce: made||3|exactly one",
        "id: ten digits|di: ten digits|7|di",
        "registry: lift|registry: the lift|9|the lift",
        "{number: N, stratum: S}|{stratum: S}|10|creditCode",
        "{number: N, stratum: S}|{number: N}|12|all",
        "{number: N, stratum: S}|{number: N, colour: S}|10|colour",
        "0.5%|0.5|12|0.5",
        "0.5%|101%|12|101%",
        "0.5%|0%|12|0%",
        "0.5%|0.005%|12|0.005%",
        "count: 7|count: seven|13|seven",
        "count: 7|count: 7, rate: 1%|13|exactly one",
        "B: {count: 7}|A: {count: 7}|13|A",
        "B: {count: 7}|B: [7]|13|name: value",
        "B: {count: 7}|B: {count: 7|13|not valid YAML",
      })
  void what_is_wrong_is_named_with_line_and_value(String from, String to, int line, String named)
      throws IOException {
    String wrong = VALID.replace(from, to == null ? "" : to);
    assertThat(wrong).isNotEqualTo(VALID);
    assertThatThrownBy(() -> read(wrong))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("rules.yaml line ")
        .hasMessageContaining(named);
    assertThatThrownBy(() -> read(wrong))
        .message()
        .containsPattern("line (" + line + "|" + (line + 1) + ")");
  }

  @Test
  void other_encodings_and_empty_files_are_refused() throws IOException {
    Path file = folder.resolve("rules.yaml");
    Files.write(file, "task: 抽查".getBytes(Charset.forName("GB18030")));
    assertThatThrownBy(() -> TargetRules.read(file)).hasMessageContaining("UTF-8");
    Files.writeString(file, "");
    assertThatThrownBy(() -> TargetRules.read(file)).hasMessageContaining("empty");
    Files.writeString(file, "\uFEFF" + VALID);
    assertThat(TargetRules.read(file).strata()).hasSize(2);
  }
}
