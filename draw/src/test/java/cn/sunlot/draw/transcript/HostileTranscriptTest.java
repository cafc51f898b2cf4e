package cn.sunlot.draw.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.Outcome;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTranscriptTest {

  @TempDir Path folder;

  private Path zip(String... names) throws IOException {
    Path path = folder.resolve("t.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write("{}".getBytes(UTF_8));
      }
    }
    return path;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../commitment.json",
        "/etc/passwd",
        "rounds/../commitment.json",
        "rounds\\1.json",
        "rounds/0.json",
        "rounds/01.json",
        "rounds/1.json/x",
        "log",
        "log/../x",
        "log/.hidden",
        "log/a/b/c/d/e",
        "log/x",
        "log/keys",
        "log/17",
        "log/017/entry.json",
        "log/-1/entry.json",
        "log/1000000000000000000/entry.json",
        "log/017/",
        "log/17/x/",
        "log/17/entry.txt",
        "log/17/entry.json/x",
        "log/17/sub/entry.json",
        "frame.csv",
        "Commitment.json",
        "sub/",
        "notes.txt"
      })
  void a_file_that_section_11_does_not_know_is_refused_by_name(String name) throws IOException {
    Path path = zip("commitment.json", name);
    assertThatThrownBy(() -> TranscriptFiles.open(path))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("\"" + name + "\" does not belong");
  }

  @Test
  void names_of_section_11_and_their_folders_are_known() throws IOException {
    try (TranscriptFiles files =
        TranscriptFiles.open(
            zip(
                "rounds/",
                "log/",
                "rounds/1.json",
                "log/17/",
                "rounds/20000000.json",
                "log/17/entry.json",
                "log/17/payload.json",
                "log/17/salt.txt",
                "log/17/proof.tlog-proof",
                "log/5/consistency.txt",
                "log/0/entry.json",
                "log/keys.txt"))) {
      assertThat(files.names())
          .containsExactly(
              "log/0/entry.json",
              "log/17/entry.json",
              "log/17/payload.json",
              "log/17/proof.tlog-proof",
              "log/17/salt.txt",
              "log/5/consistency.txt",
              "log/keys.txt",
              "rounds/1.json",
              "rounds/20000000.json");
      assertThat(files.rounds()).isEqualTo(2);
      assertThat(files.logged()).isTrue();
      assertThat(files.steps()).containsExactly(0L, 5L, 17L);
      assertThat(files.bytes("log/17/salt.txt")).isEqualTo("{}".getBytes(UTF_8));
      assertThat(files.text("log/keys.txt")).isEqualTo("{}");
      assertThatThrownBy(() -> files.bytes("result.json"))
          .hasMessageContaining("\"result.json\" is missing");
    }
  }

  @Test
  void a_log_is_written_and_read_with_the_transcript() throws IOException {
    SortedMap<String, String> log =
        new TreeMap<>(Map.of("log/keys.txt", "k\n", "log/3/salt.txt", "中"));
    Transcript plain = new cn.sunlot.draw.verify.Sample(Suite.SHA256, 1).transcript();
    plain.logged(log).writeFolder(folder.resolve("a"));
    Transcript read = Transcript.read(folder.resolve("a"), Suites.sha256());
    assertThat(read.log()).isEqualTo(log);
    assertThat(plain.log()).isEmpty();
    try (TranscriptFiles files = TranscriptFiles.open(folder.resolve("a"))) {
      assertThat(files.logged()).isTrue();
      assertThat(files.steps()).containsExactly(3L);
    }
    plain.writeFolder(folder.resolve("b"));
    try (TranscriptFiles files = TranscriptFiles.open(folder.resolve("b"))) {
      assertThat(files.logged()).isFalse();
      assertThat(files.steps()).isEmpty();
    }
    Files.write(folder.resolve("a/log/keys.txt"), new byte[] {(byte) 0xff});
    assertThatThrownBy(() -> Transcript.read(folder.resolve("a"), Suites.sha256()))
        .isInstanceOf(Refusal.class)
        .hasMessage("the file \"log/keys.txt\" is not valid UTF-8");
  }

  @Test
  void a_file_that_is_in_the_zip_twice_is_refused() throws IOException {
    Path path = zip("result.json", "rEsult.json");
    byte[] bytes = Files.readAllBytes(path);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.writeString(
        path, text.replace("rEsult", "result"), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> TranscriptFiles.open(path)).hasMessageContaining("twice");
  }

  @Test
  void links_in_a_folder_are_not_followed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "{}");
    Path transcript = Files.createDirectory(folder.resolve("t"));
    Files.createSymbolicLink(transcript.resolve("commitment.json"), secret);
    assertThatThrownBy(() -> TranscriptFiles.open(transcript)).hasMessageContaining("is a link");
  }

  @Test
  void a_bomb_is_refused_at_the_limit_without_being_held_in_full() throws IOException {
    Path path = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      out.putNextEntry(new ZipEntry("commitment.json"));
      byte[] blank = new byte[1 << 20];
      for (int i = 0; i <= TranscriptFiles.MAX_JSON >> 20; i++) {
        out.write(blank);
      }
    }
    Report report = Verifier.of(Suites.sha256()).verify(path);
    assertThat(report.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.say().key()).isEqualTo("files.large"));
  }

  @Test
  void what_is_no_zip_is_refused() throws IOException {
    Path path = Files.writeString(folder.resolve("x.zip"), "not a zip at all");
    Report report = Verifier.of(Suites.sha256()).verify(path);
    assertThat(report.accepted()).isFalse();
    assertThat(report.findings()).extracting(Finding::check).containsExactly(Check.V1);
    assertThat(report.of(Check.V10).status()).isEqualTo(Outcome.Status.NOT_CHECKED);
  }

  @Test
  void an_empty_transcript_names_what_is_missing_and_checks_nothing_else() throws IOException {
    Report report = Verifier.of(Suites.sha256()).verify(zip("rounds/"));
    assertThat(report.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.toString()).contains("commitment.json"));
    for (Outcome outcome : report.outcomes().subList(1, 14)) {
      assertThat(outcome.status()).isEqualTo(Outcome.Status.NOT_CHECKED);
    }
  }

  @Test
  void too_many_files_are_refused() throws IOException {
    Path path = folder.resolve("many.zip");
    try (OutputStream file = Files.newOutputStream(path);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (int i = 1; i <= TranscriptFiles.MAX_FILES + 1; i++) {
        out.putNextEntry(new ZipEntry(TranscriptFiles.round(i)));
      }
    }
    assertThatThrownBy(() -> TranscriptFiles.open(path)).hasMessageContaining("more than 20000");
  }
}
