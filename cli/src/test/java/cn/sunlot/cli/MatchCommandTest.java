package cn.sunlot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.cli.Terminal.Run;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Row;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandTest {

  @TempDir Path folder = Path.of("");
  private Terminal terminal = new Terminal(folder);

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
  }

  private Run match(String inspectors, String visits, String rules) throws IOException {
    terminal.write("inspectors.csv", inspectors);
    terminal.write("visits.csv", visits);
    String file = terminal.write("rules.yaml", rules);
    return terminal.run("match", "--rules", file, "--out", terminal.path("out"));
  }

  private List<List<String>> teams() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Sheet sheet = Sheets.open(folder.resolve("out/teams.xlsx"), Limits.standard())) {
      for (Row row : sheet) {
        rows.add(row.raw());
      }
    }
    return rows;
  }

  @Test
  void every_visit_gets_a_team_by_the_rules_and_the_transcript_verifies() throws IOException {
    Run run = match(Samples.INSPECTORS, Samples.VISITS, Samples.MATCH);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("检查任务 3 个，岗位 6 个，可用检查人员 4 名，缺席 1 名", "每人最多承担 2 个任务");
    List<List<String>> teams = teams();
    assertThat(teams).hasSize(6);
    assertThat(teams.get(0).subList(0, 3)).containsExactly("visit:V-001", "甲公司", "a-leader");
    for (int i = 0; i < 6; i += 2) {
      assertThat(teams.get(i).get(3)).isNotEqualTo(teams.get(i + 1).get(3));
    }
    assertThat(teams.get(1).get(3)).as("recused").isNotEqualTo("officer:33101003");
    assertThat(teams.get(5)).as("the other two partners are recused").contains("张三");
    assertThat(teams.toString()).as("absent").doesNotContain("33101005");
    Run verified = terminal.run("verify", terminal.path("out/transcript.zip"));
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("V10 ✓").doesNotContain("✗");
  }

  @Test
  void what_cannot_be_filled_is_named_with_the_reason_and_an_exit_code_of_its_own()
      throws IOException {
    String few = Samples.INSPECTORS.replace("33101003,张三,协同,,", "33101003,张三,协同,,请假");
    Run run = match(few, Samples.VISITS, Samples.MATCH);
    assertThat(run.code()).isEqualTo(MatchCommand.UNFILLED);
    assertThat(run.err()).contains("有 1 个岗位无人可派：visit:V-003/b-partner", "只有 0 名合适人员");
    assertThat(teams().get(5)).contains("（空缺）");
    assertThat(terminal.run("verify", terminal.path("out/transcript.zip")).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "33101002,李二|33101001,李二|第 3 行“执法证号”列|officer:33101001|与第 2 行重复",
        "33101002,李二|11010519491231002X,李二|第 3 行|自然人|执法证号",
        "33101002,李二|,李二|第 3 行“执法证号”列|编号为空|请填写",
        "33101002,李二|33#02,李二|第 3 行|33#02|请改正",
        "张三,协同|张三,后勤|第 4 行“类别”列|后勤|inspectors.names",
        "协同,2|协同,两次|第 5 行“次数”列|两次|整数",
        "3,请假|3,失联|第 6 行“缺席”列|失联|inspectors.reasons",
      })
  void what_is_wrong_with_an_inspector_is_named(
      String from, String to, String place, String value, String wayOut) throws IOException {
    String list = Samples.INSPECTORS.replace(from, to);
    assertThat(list).isNotEqualTo(Samples.INSPECTORS);
    Run run = match(list, Samples.VISITS, Samples.MATCH);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("inspectors.csv", place, value, wayOut);
  }

  @Test
  void what_is_wrong_with_a_visit_or_a_class_is_named() throws IOException {
    assertThat(
            match(Samples.INSPECTORS, Samples.VISITS.replace("33101003", "33109999"), Samples.MATCH)
                .err())
        .contains("visits.csv 第 2 行“回避”列", "33109999", "执法证号");
    assertThat(
            match(Samples.INSPECTORS, Samples.VISITS.replace("V-002", "V-001"), Samples.MATCH)
                .err())
        .contains("第 3 行“编号”列", "visit:V-001", "第 2 行");
    assertThat(match(Samples.INSPECTORS, "编号,对象,回避\n", Samples.MATCH).err()).contains("没有检查任务");
    assertThat(
            match(
                    Samples.INSPECTORS,
                    Samples.VISITS,
                    Samples.MATCH.replace("a-leader: lead", "a-leader: head"))
                .err())
        .contains("a-leader", "head");
  }

  @Test
  void lists_can_be_given_on_the_command_line_and_must_be_given_somewhere() throws IOException {
    String rules = terminal.write("rules.yaml", Samples.MATCH.replaceAll("  file: .*\n", ""));
    String people = terminal.workbook("people.xlsx", Samples.INSPECTORS);
    String visits = terminal.workbook("places.xlsx", Samples.VISITS);
    Run missing = terminal.run("match", "--rules", rules, "--inspectors", people);
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("--visits");
    Run given =
        terminal.run(
            "match",
            "--rules",
            rules,
            "--inspectors",
            people,
            "--visits",
            visits,
            "--out",
            terminal.path("out"));
    assertThat(given.code()).isZero();
  }
}
