package cn.sunlot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.cli.Terminal.Run;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private static final Pattern NAMED =
      Pattern.compile("(?m)^ +V[0-9]+ [a-z./0-9]+(\\.json|\\.csv\\.gz)(:[0-9]+)?: .+");

  @TempDir Path folder = Path.of("");
  private Terminal terminal = new Terminal(folder);

  @BeforeEach
  void open() {
    terminal = new Terminal(folder);
  }

  private Path drawn() throws IOException {
    String list = terminal.write("a.csv", Samples.TARGETS);
    String rules = terminal.write("rules.yaml", Samples.RULES + "openings: drawn\n");
    String typed = Samples.FIFTY_DICE + "\n3516245123\n";
    Run run =
        terminal.typing(
            typed, "draw", "--targets", list, "--rules", rules, "--out", terminal.path("out"));
    assertThat(run.code()).isZero();
    return terminal.unpacked("out/transcript.zip", "open");
  }

  private Path matched() throws IOException {
    terminal.write("inspectors.csv", Samples.INSPECTORS);
    terminal.write("visits.csv", Samples.VISITS);
    String rules = terminal.write("rules.yaml", Samples.MATCH);
    assertThat(terminal.run("match", "--rules", rules, "--out", terminal.path("out")).code())
        .isZero();
    return terminal.unpacked("out/transcript.zip", "open");
  }

  /** The value with one thing in it changed, in every way that this knows. */
  private static List<Json> changed(Json value) {
    List<Json> all = new ArrayList<>();
    if (value instanceof Json.Text text) {
      all.add(Json.of(swapped(text.value())));
    } else if (value instanceof Json.Int number) {
      all.add(Json.of(number.value() + 1));
    } else if (value instanceof Json.Bool bool) {
      all.add(Json.of(!bool.value()));
    } else if (value instanceof Json.Arr array) {
      List<Json> items = array.items();
      for (int i = 0; i < items.size(); i++) {
        for (Json other : changed(items.get(i))) {
          all.add(Json.array(with(items, i, other)));
        }
      }
      if (!items.isEmpty()) {
        all.add(Json.array(items.subList(1, items.size())));
      }
    } else if (value instanceof Json.Obj object) {
      changeMembers(object, all);
    }
    return all;
  }

  private static void changeMembers(Json.Obj object, List<Json> all) {
    object
        .members()
        .forEach(
            (key, member) -> {
              for (Json other : changed(member)) {
                Map<String, Json> members = new TreeMap<>(object.members());
                members.put(key, other);
                all.add(new Json.Obj(members));
              }
              Map<String, Json> without = new TreeMap<>(object.members());
              without.remove(key);
              all.add(new Json.Obj(without));
            });
  }

  private static List<Json> with(List<Json> items, int index, Json other) {
    List<Json> copy = new ArrayList<>(items);
    copy.set(index, other);
    return copy;
  }

  /** Another text of the same kind: the last character becomes its neighbour. */
  private static String swapped(String text) {
    if (text.isEmpty()) {
      return "a";
    }
    char last = text.charAt(text.length() - 1);
    char other = last == '0' ? '1' : last == 'a' ? 'b' : last > '0' && last <= '9' ? '0' : 'a';
    return text.substring(0, text.length() - 1) + other;
  }

  private static List<byte[]> variants(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".json")) {
      Json whole = Jcs.parse(bytes);
      // An opening that is left out is no fault but counted in a warning.
      boolean openings = file.endsWith("openings.json");
      return changed(whole).stream()
          .filter(other -> !openings || ((Json.Arr) other).items().size() == size(whole))
          .map(Jcs::write)
          .toList();
    }
    List<byte[]> all = new ArrayList<>();
    String text;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",");
      for (int f = 0; f < fields.length; f++) {
        String[] other = fields.clone();
        other[f] = swapped(fields[f]);
        all.add(gzip(lines, i, String.join(",", other) + "\n"));
      }
      all.add(gzip(lines, i, ""));
    }
    return all;
  }

  private static int size(Json value) {
    return value instanceof Json.Arr array ? array.items().size() : 0;
  }

  private static byte[] gzip(List<String> lines, int index, String instead) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < lines.size(); i++) {
        String line = i == index ? instead : lines.get(i) + "\n";
        out.write(line.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return bytes.toByteArray();
  }

  private int everyChangeIsFound(Path transcript) throws IOException {
    assertThat(terminal.run("verify", transcript.toString()).code()).isZero();
    List<Path> files;
    try (Stream<Path> all = Files.list(transcript)) {
      files = all.sorted().toList();
    }
    int tried = 0;
    for (Path file : files) {
      byte[] original = Files.readAllBytes(file);
      for (byte[] variant : variants(file)) {
        Files.write(file, variant);
        Run run = terminal.run("verify", transcript.toString());
        assertThat(run.code()).as("%s changed: %s", file, run.out()).isEqualTo(1);
        assertThat(run.out()).contains("✗").containsPattern(NAMED);
        tried++;
      }
      Files.delete(file);
      assertThat(terminal.run("verify", transcript.toString()).code()).isEqualTo(1);
      Files.write(file, original);
    }
    assertThat(terminal.run("verify", transcript.toString()).code()).isZero();
    return tried;
  }

  @Test
  void any_change_of_a_draw_of_targets_is_found_and_named() throws IOException {
    assertThat(everyChangeIsFound(drawn())).isGreaterThan(100);
  }

  @Test
  void any_change_of_a_matching_is_found_and_named() throws IOException {
    assertThat(everyChangeIsFound(matched())).isGreaterThan(100);
  }

  @Test
  void an_opening_that_is_left_out_is_counted_in_a_warning() throws IOException {
    Path transcript = drawn();
    assertThat(terminal.run("verify", transcript.toString()).out()).doesNotContain("没有公开");
    Files.writeString(transcript.resolve("openings.json"), "[]");
    Run run = terminal.run("verify", transcript.toString());
    assertThat(run.out()).contains("有 3 个抽中的单位没有公开");
    assertThat(run.code()).isZero();
  }

  @Test
  void the_report_has_every_check_once_in_order_and_both_languages() throws IOException {
    String transcript = drawn().toString();
    for (String lang : List.of("zh", "en")) {
      Run run = terminal.run("verify", "--lang", lang, transcript);
      List<String> checks =
          run.lines().stream().filter(line -> line.matches("V[0-9]+ +[✓✗–] .+")).toList();
      assertThat(checks).hasSize(14);
      assertThat(checks.get(0)).startsWith("V1  ✓");
      assertThat(checks.get(13)).startsWith("V14 –");
      assertThat(run.out()).contains(lang.equals("zh") ? "第 13 节" : "section 13");
      assertThat(run.out().contains("Conclusion")).isEqualTo(lang.equals("en"));
    }
  }

  @Test
  void what_is_no_transcript_is_refused_by_name() throws IOException {
    assertThat(terminal.run("verify", terminal.path("nowhere")).err()).contains("nowhere", "找不到");
    String text = terminal.write("a.zip", "no zip");
    Run run = terminal.run("verify", text);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("V1  ✗", "a.zip");
  }

  @Test
  void a_wrong_command_line_is_explained() {
    Run none = terminal.run("verify");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("命令写错", "transcript.zip|DIR");
    assertThat(terminal.run("--lang", "fr", "verify", "x").code()).isEqualTo(2);
    Run help = terminal.run("--lang=en");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("draw", "match", "verify", "check-vectors", "Exit codes");
    assertThat(terminal.run("draw", "--help").out()).contains("从名单中随机抽取检查对象");
  }
}
