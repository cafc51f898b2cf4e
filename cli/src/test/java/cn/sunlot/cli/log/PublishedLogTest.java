package cn.sunlot.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.cli.Trouble;
import cn.sunlot.cli.Words;
import cn.sunlot.draw.Suites;
import cn.sunlot.translog.note.SignedCheckpoint;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published log is copied over HTTP and audited; whatever is not as it was signed is named. */
class PublishedLogTest {

  private static final Path SAMPLES = Path.of("../drawlog/src/test/resources/samples");

  @TempDir private Path folder;
  private Path site;
  private Path copy;
  private HttpServer http;

  @BeforeEach
  void publish() throws IOException {
    site = folder.resolve("site");
    copy = folder.resolve("copy");
    unzip(SAMPLES.resolve("whole-log.zip"), site);
    for (String name : List.of("targets-sha256", "targets-sm3", "inspectors", "successor")) {
      put(name);
    }
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/log/", this::answer);
    http.start();
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  /** A transcript under the ref of its draw. */
  private void put(String name) throws IOException {
    Path into = Files.createDirectories(site.resolve("transcript"));
    Path zip = SAMPLES.resolve(name + ".zip");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals("commitment.json")) {
          String document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          String draw = document.replaceAll(".*\"draw\":\"([^\"]+)\".*", "$1");
          Files.copy(zip, into.resolve(draw + ".zip"));
        }
      }
    }
  }

  private static void unzip(Path zip, Path into) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        if (!entry.isDirectory()) {
          Files.copy(in, file);
        }
      }
    }
  }

  /** As the site does: payloads without an ending, and nothing but files of the log. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/log/".length());
      Path file = site.resolve(path.startsWith("payload/") ? path + ".json" : path);
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.sendResponseHeaders(200, Files.size(file));
      try (InputStream in = Files.newInputStream(file)) {
        in.transferTo(exchange.getResponseBody());
      }
    }
  }

  private SignedCheckpoint mirror() throws Exception {
    return new LogMirror("http://localhost:" + http.getAddress().getPort() + "/log", copy)
        .run(size -> {});
  }

  private List<String> audit(Map<String, SignedCheckpoint> kept) throws IOException {
    Suites suites = Suites.withSm3(SM3.Digest::new);
    return new FolderAudit(suites, List.of(), List.of(), kept)
        .run(copy).findings().stream().map(f -> f.in(Words.ENGLISH)).toList();
  }

  private void change(String path, String from, String to) throws IOException {
    Path file = copy.resolve(path);
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String changed = text.replaceFirst(from, to);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_copy_of_a_sound_log_is_clean_and_goes_on_where_it_stopped() throws Exception {
    SignedCheckpoint first = mirror();
    assertThat(audit(Map.of("kept", first))).isEmpty();
    Files.delete(site.resolve("key"));
    assertThatThrownBy(this::mirror).isInstanceOf(Trouble.class).hasMessageContaining("/log/key");
    assertThat(Files.readAllBytes(copy.resolve("checkpoint"))).isEqualTo(first.write());
  }

  @Test
  void an_entry_that_is_not_as_it_was_signed_is_not_copied() throws Exception {
    Path bundle;
    try (var all = Files.walk(site.resolve("tile/entries"))) {
      bundle = all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(bundle);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Files.write(
        bundle,
        text.replaceFirst("\"actor\":\"a", "\"actor\":\"b").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Files.readAllBytes(bundle)).isNotEqualTo(bytes);
    assertThatThrownBy(this::mirror)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("the root of");
    assertThat(copy.resolve("checkpoint")).doesNotExist();
  }

  @Test
  void a_payload_that_does_not_fit_and_a_transcript_that_was_changed_are_named() throws Exception {
    mirror();
    Path payload;
    try (var all = Files.list(copy.resolve("payload"))) {
      payload = all.sorted().findFirst().orElseThrow();
    }
    change("payload/" + payload.getFileName(), "(\"salt\":\").{8}", "$100000000");
    assertThat(audit(Map.of())).anyMatch(f -> f.contains("do not give the fingerprint"));
    try (var all = Files.list(copy.resolve("transcript"))) {
      List<Path> zips = all.sorted().toList();
      Files.copy(zips.get(0), zips.get(1), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(audit(Map.of())).hasSizeGreaterThan(1);
  }

  @Test
  void a_log_that_became_shorter_is_refused() throws Exception {
    mirror();
    String[] lines =
        Files.readString(copy.resolve("checkpoint"), StandardCharsets.UTF_8).split("\n", 3);
    Files.writeString(
        copy.resolve("checkpoint"),
        lines[0] + "\n" + (Long.parseLong(lines[1]) + 1) + "\n" + lines[2]);
    assertThatThrownBy(this::mirror)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("a log cannot become shorter");
  }
}
