package cn.sunlot.drawlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Outcome.Status;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Transcripts with logs for verifiers in other languages, with the reports that they must give, are
 * as the generator makes them. {@code -Dsunlot.samples.write=true} writes them anew.
 */
class SamplesTest {

  private static final Path COMMITTED = Path.of("src/test/resources/samples");

  @TempDir Path folder;

  private final Samples samples = new Samples();

  private void write(Path into) throws IOException {
    Path log = folder.resolve("whole-log");
    samples.log().write(log);
    zip(log, into.resolve("whole-log.zip"));
    LogFolder whole = new LogFolder(log);
    TranscriptLogCheck alone = TranscriptLogCheck.of(Samples.BOTH);
    TranscriptLogCheck known =
        alone
            .signedBy(samples.log().keys().subList(0, 1))
            .witnessedBy(samples.log().keys().subList(1, 3));
    for (Map.Entry<String, Transcript> sample : samples.accepted().entrySet()) {
      Path zip = transcript(into, sample.getKey(), sample.getValue());
      report(zip, "", Verifier.of(Samples.BOTH).withLog(alone).verify(zip));
      Report all = Verifier.of(Samples.BOTH).withLog(known.in(whole)).verify(zip);
      report(zip, "whole-log.", all);
    }
    Files.createDirectories(into.resolve("refused"));
    for (Map.Entry<String, Transcript> sample : Samples.refused().entrySet()) {
      Path zip = transcript(into.resolve("refused"), sample.getKey(), sample.getValue());
      report(zip, "", Verifier.of(Samples.BOTH).withLog(alone).verify(zip));
    }
  }

  private static Path transcript(Path into, String name, Transcript transcript) throws IOException {
    Path zip = into.resolve(name + ".zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      transcript.writeZip(out);
    }
    return zip;
  }

  private static void report(Path zip, String kind, Report report) throws IOException {
    for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
      String name = zip.getFileName().toString().replace("zip", kind + locale.getLanguage());
      Files.write(zip.resolveSibling(name + ".txt"), report.lines(locale), UTF_8);
    }
  }

  private static void zip(Path folder, Path zip) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names(folder)) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(Files.readAllBytes(folder.resolve(name)));
      }
    }
  }

  private static SortedSet<String> names(Path folder) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(folder.relativize(file).toString().replace('\\', '/')));
    }
    return names;
  }

  /** What is in a file; archives unpacked, because not every Java packs them alike. */
  private static SortedMap<String, String> contents(Path file) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    if (!file.toString().endsWith(".zip")) {
      contents.put("", Files.readString(file));
      return contents;
    }
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().endsWith(".gz")) {
          bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        contents.put(
            entry.getName(), new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  @Test
  void the_committed_samples_are_what_the_generator_makes() throws IOException {
    if (Boolean.getBoolean("sunlot.samples.write")) {
      Files.createDirectories(COMMITTED);
      write(COMMITTED);
    }
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    write(fresh);
    SortedSet<String> committed = names(COMMITTED);
    committed.remove("README.md");
    assertThat(committed).isEqualTo(names(fresh));
    for (String name : names(fresh)) {
      assertThat(contents(COMMITTED.resolve(name)))
          .as("%s is stale: -Dsunlot.samples.write=true writes it anew", name)
          .isEqualTo(contents(fresh.resolve(name)));
    }
  }

  @Test
  void the_samples_hold_in_the_whole_log() throws IOException {
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    write(fresh);
    TranscriptLogCheck check =
        TranscriptLogCheck.of(Samples.BOTH).in(new LogFolder(folder.resolve("whole-log")));
    for (String name : samples.accepted().keySet()) {
      Report report = Verifier.of(Samples.BOTH).withLog(check).verify(fresh.resolve(name + ".zip"));
      assertThat(report.findings()).as(name).isEmpty();
      Status expected = name.equals("without-log") ? Status.NOT_CHECKED : Status.PASSED;
      assertThat(report.of(Check.V6).status()).isEqualTo(expected);
      assertThat(report.of(Check.V13).status()).isEqualTo(expected);
      assertThat(report.of(Check.V14).status()).as(name).isEqualTo(expected);
    }
  }
}
