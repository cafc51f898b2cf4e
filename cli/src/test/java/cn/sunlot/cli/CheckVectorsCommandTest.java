package cn.sunlot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.cli.Terminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckVectorsCommandTest {

  private static final Path VECTORS = Path.of("../draw/src/test/resources/vectors");

  @TempDir Path folder = Path.of("");

  @Test
  void all_published_vectors_hold() {
    Run run = new Terminal(folder).run("check-vectors", VECTORS.toString());
    assertThat(run.lines()).hasSize(13).contains("✓ t02-small-sm3.json", "✓ m04-infeasible.json");
    assertThat(run.lines().get(12)).isEqualTo("12 passed, 0 failed");
    assertThat(run.code()).isZero();
  }

  @Test
  void a_changed_vector_fails_and_is_named_with_the_value() throws IOException {
    for (String name : List.of("m01-loose.json", "t01-small-sha256.json")) {
      Files.copy(VECTORS.resolve(name), folder.resolve(name));
    }
    String text = Files.readString(folder.resolve("m01-loose.json"));
    String wrong = text.replaceFirst("\"cap\": ?3", "\"cap\":4");
    assertThat(wrong).isNotEqualTo(text);
    Files.writeString(folder.resolve("m01-loose.json"), wrong);
    Run run = new Terminal(folder).run("check-vectors", folder.toString());
    assertThat(run.lines().get(0)).startsWith("✗ m01-loose.json: ").contains("cap");
    assertThat(run.lines().get(2)).isEqualTo("1 passed, 1 failed");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_folder_without_vectors_proves_nothing() {
    Run run = new Terminal(folder).run("check-vectors", folder.toString());
    assertThat(run.out()).contains("0 passed, 0 failed");
    assertThat(run.err()).contains("没有 .json 文件");
    assertThat(run.code()).isEqualTo(1);
  }
}
