package cn.sunlot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.cli.Terminal.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The rules in docs/cli.md work as they stand there. */
class DocumentedExamplesTest {

  @TempDir Path folder = Path.of("");
  private Terminal terminal = new Terminal(folder);

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
  }

  private static List<String> examples() throws IOException {
    String page = Files.readString(Path.of("../docs/cli.md"));
    return Pattern.compile("(?s)```yaml\n(.*?)```")
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void the_rules_of_a_draw() throws IOException {
    StringBuilder list = new StringBuilder("统一社会信用代码,登记号,风险等级,排除原因\n");
    String[] classes = {"低", "一般", "较高", "高"};
    for (int i = 0; i < 400; i++) {
      list.append(",2019-").append(i).append(',').append(classes[i % 4]);
      list.append(i % 50 == 0 ? ",免检\n" : ",\n");
    }
    String rules = terminal.write("rules.yaml", examples().get(0));
    Run run =
        terminal.typing(
            Samples.FIFTY_DICE + "\n01234567890123456789\n",
            "draw",
            "--targets",
            terminal.write("a.csv", list.toString()),
            "--rules",
            rules,
            "--out",
            terminal.path("out"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("可抽取 392 个，排除 8 个", "层 C：96 个，抽取 3 个", "层 D：100 个，抽取 10 个");
    assertThat(terminal.run("verify", terminal.path("out/transcript.zip")).code()).isZero();
  }

  @Test
  void the_rules_of_a_matching() throws IOException {
    terminal.write("inspectors.csv", Samples.INSPECTORS);
    terminal.write("visits.csv", "编号,对象,回避\nV-001,甲公司,33101003\n");
    String rules = terminal.write("match.yaml", examples().get(1));
    Run run = terminal.run("match", "--rules", rules, "--out", terminal.path("out"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(terminal.run("verify", terminal.path("out/transcript.zip")).code()).isZero();
  }

  /** With OpenSSL 3 and nothing of ours, as docs/verify.md says. */
  @Test
  @Tag("deep")
  void one_ticket_by_hand() throws Exception {
    String page = Files.readString(Path.of("../docs/verify.md"));
    Matcher documented = Pattern.compile("\nopenssl kdf [^\n]+").matcher(page);
    assertThat(documented.find()).isTrue();
    Map<String, ?> vector =
        new Yaml()
            .load(
                Files.readString(
                    Path.of("../draw/src/test/resources/vectors/t05-no-public-value.json")));
    Files.writeString(folder.resolve("ikm.txt"), text(vector, "ikm"));
    List<?> stratum = (List<?>) map(vector, "round0").values().iterator().next();
    Map<?, ?> drawn = (Map<?, ?>) stratum.get(0);
    String command =
        documented
            .group()
            .strip()
            .replace("<C_0>", text(map(vector, "chain_values"), "0"))
            .replace("<token>", text(drawn, "token"));
    Process openssl =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
    assertThat(said).isEqualTo(text(drawn, "ticket"));
  }

  private static Map<?, ?> map(Map<?, ?> in, String key) {
    return (Map<?, ?>) Objects.requireNonNull(in.get(key), key);
  }

  private static String text(Map<?, ?> in, String key) {
    return (String) Objects.requireNonNull(in.get(key), key);
  }
}
