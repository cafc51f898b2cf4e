package cn.sunlot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.cli.Terminal.Run;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Row;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawCommandTest {

  private static final String TYPED = Samples.FIFTY_DICE + "\n3516245123\n";

  @TempDir Path folder = Path.of("");
  private Terminal terminal = new Terminal(folder);

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
  }

  private Run draw(String list, String rules, String typed) throws IOException {
    String file = terminal.write("rules.yaml", rules);
    String out = terminal.path("out");
    return terminal.typing(typed, "draw", "--targets", list, "--rules", file, "--out", out);
  }

  private List<List<String>> drawnBook() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Sheet sheet = Sheets.open(folder.resolve("out/drawn.xlsx"), Limits.standard())) {
      rows.add(sheet.header().names());
      for (Row row : sheet) {
        rows.add(row.raw());
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf8", "bom", "gb18030", "xlsx"})
  void draws_from_a_sheet_in_any_form_and_the_transcript_verifies(String form) throws IOException {
    String list =
        switch (form) {
          case "bom" -> terminal.write("a.csv", "\uFEFF" + Samples.TARGETS);
          case "gb18030" -> terminal.write("a.csv", Samples.TARGETS, Charset.forName("GB18030"));
          case "xlsx" -> terminal.workbook("a.xlsx", Samples.TARGETS);
          default -> terminal.write("a.csv", Samples.TARGETS);
        };
    Run run = draw(list, Samples.RULES, TYPED);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("名单共 8 个对象：可抽取 6 个，排除 2 个", "层 low：3 个，抽取 1 个", "层 high：3 个，抽取 2 个");
    Run verified = terminal.run("verify", terminal.path("out/transcript.zip"));
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("V10 ✓").contains("V6  –").doesNotContain("✗");
    List<List<String>> book = drawnBook();
    assertThat(book.get(0)).contains("企业名称", "盐值");
    assertThat(book).hasSize(4);
    for (List<String> row : book.subList(1, 4)) {
      assertThat(Samples.TARGETS).contains(row.get(3));
    }
  }

  @Test
  void ids_are_credit_codes_in_upper_case_or_registry_and_number() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    String all = Samples.RULES.replace("rate: 30%", "rate: 100%").replace("count: 2", "count: 9");
    assertThat(draw(list, all + "openings: drawn\n", TYPED).code()).isZero();
    Transcript transcript = Transcript.read(folder.resolve("out/transcript.zip"), Console.suites());
    Set<String> ids = new TreeSet<>();
    transcript.openings().forEach(opening -> ids.add(opening.unit()));
    assertThat(ids)
        .containsExactly(
            "91331082598540561P",
            "91370303556741381C",
            "91370305267194908U",
            "93331022070681518F",
            "lift:3310-2019-00417",
            "lift:3310-2019-00418");
    assertThat(transcript.commitment().json().toString()).contains("annual-cap", "exempt");
    assertThat(terminal.run("verify", terminal.path("out/transcript.zip")).out())
        .doesNotContain("没有公开");
  }

  @Test
  void the_public_value_is_asked_for_only_after_the_commitment_is_written_and_shown()
      throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    Run run = draw(list, Samples.RULES, Samples.FIFTY_DICE + "\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("公共随机值 dice", "输入已结束");
    assertThat(run.out().indexOf("承诺哈希")).isPositive().isLessThan(run.out().indexOf("公共随机值 dice"));
    assertThat(folder.resolve("out/commitment.json")).exists();
    assertThat(folder.resolve("out/transcript.zip")).doesNotExist();
    Run again = draw(list, Samples.RULES, TYPED);
    assertThat(again.code()).as("a draw that was begun is not begun again").isEqualTo(1);
    assertThat(again.err()).contains("已有内容", "请换一个抽取编号");
  }

  @Test
  void a_witness_can_compare_the_receipt_with_what_is_published() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    assertThat(draw(list, Samples.RULES, TYPED).code()).isZero();
    Node receipt = Node.root(Jcs.parse(Files.readAllBytes(folder.resolve("out/receipt-w1.json"))));
    String hash = receipt.get("commitmentHash").text();
    String zip = terminal.path("out/transcript.zip");
    assertThat(terminal.run("verify", zip, "--expect", hash).code()).isZero();
    Run other = terminal.run("verify", zip, "--expect", "0".repeat(64));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).contains("V5  ✗", "V5 commitment.json:1");
    assertThat(terminal.run("verify", zip, "--expect", "x").err()).contains("“x”", "64");
  }

  @Test
  void without_another_party_or_public_value_the_first_thing_said_is_that_it_proves_nothing()
      throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    Run run = draw(list, Samples.ALONE, "");
    assertThat(run.code()).isZero();
    assertThat(run.lines().get(0)).startsWith("主办方可以左右这一结果");
    String zip = terminal.path("out/transcript.zip");
    assertThat(terminal.run("verify", zip).lines().get(0)).contains("主办方可以左右这一结果");
    assertThat(terminal.run("verify", "--lang", "en", zip).lines().get(0))
        .contains("the operator could have chosen this result");
    String rules = terminal.write("r2.yaml", Samples.ALONE);
    Run english =
        terminal.run(
            "draw", "--lang=en", "--targets", list, "--rules", rules, "--out", terminal.path("o2"));
    assertThat(english.lines().get(0)).startsWith("the operator could have chosen this result");
  }

  @Test
  void a_nonce_that_this_machine_makes_does_not_make_a_witness_independent() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    String made =
        Samples.RULES
            .replace("nonce: ask", "nonce: made")
            .replaceAll("(?s)public:.*targets:", "targets:");
    Run run = draw(list, made, "");
    assertThat(run.code()).isZero();
    assertThat(run.lines().get(0)).startsWith("主办方可以左右这一结果");
    assertThat(run.out()).contains("随机数由本机生成");
  }

  @Test
  void a_value_known_beforehand_is_said_to_be_known_beforehand() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    String known =
        Samples.RULES.replace("thrown in the room", "thrown in the room\n    value: 123");
    assertThat(draw(list, known, TYPED).out()).contains("dice＝123 在承诺之前已写在规则文件中");
  }

  @Test
  void two_draws_of_the_same_list_and_rules_differ() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    assertThat(draw(list, Samples.ALONE, "").code()).isZero();
    String rules = terminal.path("rules.yaml");
    String out = terminal.path("out2");
    terminal.run("draw", "--targets", list, "--rules", rules, "--out", out);
    assertThat(Files.readAllBytes(folder.resolve("out/commitment.json")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("out2/commitment.json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "91331082598540561P|11010519491231002X|第 2 行“统一社会信用代码”列|110105…|自然人身份证号",
        "93331022070681518f|91331082598540561P|第 3 行|91331082598540561P|与第 2 行是同一个对象",
        "91370305267194908U|9137030526719490|第 4 行|9137030526719490|不是 18 位",
        "低,已查满|低,查满了|第 8 行“排除”列|查满了|targets.reasons",
        "戊电梯,,3310-2019-00417,高|戊电梯,,3310-2019-00417,中|第 6 行“风险”列|中|targets.names",
        "戊电梯,,3310-2019-00417,高|戊电梯,,3310-2019-00417,mid|第 6 行“风险”列|mid|low, high",
        "戊电梯,,3310-2019-00417|戊电梯,,|第 6 行|既没有|请补充",
        "登记号|注册号|rules.yaml 第 13 行|登记号|该表的列有：企业名称",
      })
  void what_is_wrong_in_the_list_is_named_with_row_column_value_and_way_out(
      String from, String to, String place, String value, String wayOut) throws IOException {
    String list = Samples.TARGETS.replace(from, to);
    assertThat(list).isNotEqualTo(Samples.TARGETS);
    Run run = draw(terminal.write("a.csv", list), Samples.RULES, TYPED);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(place, value, wayOut);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void an_old_registration_number_in_the_credit_codes_column_is_a_number() throws IOException {
    String list =
        terminal.write("a.csv", Samples.TARGETS.replace("91331082598540561P", "331082000012340"));
    assertThat(draw(list, Samples.RULES, TYPED).code()).isZero();
    String bare = Samples.RULES.replace("  registry: lift\n", "");
    Path other = Files.createDirectory(folder.resolve("bare"));
    String rules = new Terminal(other).write("rules.yaml", bare);
    assertThat(terminal.run("draw", "--targets", list, "--rules", rules).err())
        .contains("第 2 行", "331082000012340", "targets.registry");
  }

  @Test
  void a_persons_number_is_not_repeated_in_the_message() throws IOException {
    String list =
        terminal.write("a.csv", Samples.TARGETS.replace("3310-2019-00417", "11010519491231002X"));
    assertThat(draw(list, Samples.RULES, TYPED).err())
        .contains("自然人")
        .doesNotContain("19491231002X");
  }

  @Test
  void all_wrong_rows_are_named_at_once_up_to_a_limit() throws IOException {
    StringBuilder list = new StringBuilder("企业名称,统一社会信用代码,登记号,风险,排除\n");
    for (int i = 0; i < 30; i++) {
      list.append("甲,,n").append(i).append(",无,\n");
    }
    Run run = draw(terminal.write("a.csv", list.toString()), Samples.RULES, TYPED);
    assertThat(run.err().lines()).hasSize(21);
    assertThat(run.err()).contains("第 2 行", "第 21 行", "另有 10 行").doesNotContain("第 22 行");
  }

  @Test
  void odd_check_characters_are_kept_and_named_and_empty_strata_left_out() throws IOException {
    String list =
        terminal.write(
            "a.csv", Samples.TARGETS.replace("91331082598540561P", "91331082598540561Q"));
    Run run = draw(list, Samples.RULES + "  key: {count: 1}\n", TYPED);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 个统一社会信用代码的校验位不对（第 2 行）", "层 key：名单中没有对象");
  }

  @Test
  void a_list_without_anybody_to_draw_is_refused() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS.lines().limit(1).toList().get(0) + "\n");
    assertThat(draw(list, Samples.RULES, TYPED).err()).contains("没有可抽取的对象");
  }

  @Test
  void weights_and_a_single_stratum_need_no_more_than_their_column() throws IOException {
    String list = terminal.write("a.csv", "号,权\n1,1\n2,64\n3,\n");
    String rules =
        """
        task: t
        suite: sm3
        targets: {registry: shop, columns: {number: 号, weight: 权}}
        strata: {all: {count: 2}}
        """;
    assertThat(draw(list, rules, "").code()).isZero();
    assertThat(terminal.run("verify", terminal.path("out/transcript.zip")).code()).isZero();
    String wrong = terminal.write("b.csv", "号,权\n1,65\n");
    String file = terminal.path("rules.yaml");
    assertThat(terminal.run("draw", "--targets", wrong, "--rules", file).err())
        .contains("第 2 行“权”列", "65", "64");
  }

  @Test
  void secrets_are_only_for_their_owner() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    assertThat(draw(list, Samples.ALONE, "").code()).isZero();
    Path secrets = folder.resolve("out/secrets.json");
    assertThat(Files.getPosixFilePermissions(secrets)).hasSize(2);
    String frameKey = Node.root(Jcs.parse(Files.readAllBytes(secrets))).get("frameKey").text();
    for (String file : List.of("commitment.json", "transcript.zip")) {
      byte[] bytes = Files.readAllBytes(folder.resolve("out").resolve(file));
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(frameKey);
    }
  }
}
