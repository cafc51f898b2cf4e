package cn.sunlot.draw.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.InspectorSample;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Sample;
import cn.sunlot.draw.verify.VectorTranscript;
import cn.sunlot.draw.verify.Verifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of value of a transcript, changed in every way, is refused by the right check. The
 * list is data, and the verifier of the browser is held to it as well.
 */
class MutationsTest {

  private static final Path FOLDER = Path.of("src/test/resources/mutations");
  private static final Suites SUITES = Suites.withSm3(SM3.Digest::new);

  /** Which files of each sample are changed; where a file is covered by one sample, not again. */
  private static final Map<String, Predicate<String>> SAMPLES =
      new TreeMap<>(
          Map.of(
              "targets", name -> true,
              "targets-sm3", name -> name.matches("commitment.json|reveals.json|frame.csv.gz"),
              "inspectors", name -> true,
              "inspectors-short", name -> name.equals("result.json")));

  @TempDir Path scratch;

  private Cases cases() {
    return new Cases(FOLDER, FOLDER.resolve("cases.json"), Verifier.of(SUITES), scratch);
  }

  private static Transcript transcript(String sample) throws IOException {
    return switch (sample) {
      case "targets" -> new Sample(SUITES.get("sha256"), 7).transcript();
      case "targets-sm3" -> new Sample(SUITES.get("sm3"), 7).transcript();
      case "inspectors" -> new InspectorSample(5).transcript();
      default -> VectorTranscript.of("m04-infeasible.json");
    };
  }

  @Test
  void samples_are_what_they_are_made_of() throws IOException {
    for (String sample : SAMPLES.keySet()) {
      Path folder = scratch.resolve("made");
      transcript(sample).writeFolder(folder.resolve(sample));
      SortedMap<String, byte[]> files = cases().sample(sample);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] made = Files.readAllBytes(folder.resolve(sample).resolve(file.getKey()));
        assertThat(plain(file.getKey(), file.getValue()))
            .as(file.getKey())
            .isEqualTo(plain(file.getKey(), made));
      }
    }
  }

  /** How gzip packs may change with the platform. */
  private static String plain(String name, byte[] bytes) throws IOException {
    return name.endsWith(".gz")
        ? Mutation.unpack(bytes)
        : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void unchanged_samples_are_accepted() throws IOException {
    for (String sample : SAMPLES.keySet()) {
      Path folder = scratch.resolve(sample);
      transcript(sample).writeFolder(folder);
      Report report = Verifier.of(SUITES).verify(folder);
      assertThat(report.findings()).isEmpty();
    }
  }

  @Test
  void every_mutation_is_refused_by_the_right_check_in_both_languages() throws IOException {
    List<Case> wrong = new ArrayList<>();
    Cases cases = cases();
    List<Case> all = cases.list();
    for (Case expected : all) {
      Case found = cases.run(expected.sample(), expected.mutation());
      if (!found.equals(expected) || !found.sound()) {
        wrong.add(found);
      }
    }
    Cases.report(Path.of("target/mutations.txt"), all);
    assertThat(wrong).isEmpty();
    assertThat(all).hasSizeGreaterThan(600);
  }

  @Test
  void the_list_holds_every_mutation_of_the_samples() throws IOException {
    List<Case> listed = cases().list();
    for (String sample : SAMPLES.keySet()) {
      assertThat(listed)
          .filteredOn(c -> c.sample().equals(sample))
          .extracting(Case::mutation)
          .containsExactlyElementsOf(mutations(sample));
    }
  }

  private List<Mutation> mutations(String sample) throws IOException {
    SortedMap<String, byte[]> files = cases().sample(sample);
    List<Mutation> all = new ArrayList<>(Cases.mutations(files, sampled(sample)));
    if (!sample.contains("-")) {
      all.addAll(Cases.further(files));
    }
    return all;
  }

  private static Predicate<String> sampled(String sample) {
    return java.util.Objects.requireNonNull(SAMPLES.get(sample));
  }

  /** Makes samples and list anew: {@code -Dmutations.write}. What they say then is to be read. */
  @Test
  @EnabledIfSystemProperty(named = "mutations.write", matches = ".*")
  void write() throws IOException {
    Cases cases = cases();
    List<Case> all = new ArrayList<>();
    Files.createDirectories(FOLDER);
    for (String sample : SAMPLES.keySet()) {
      try (OutputStream out = Files.newOutputStream(FOLDER.resolve(sample + ".zip"))) {
        transcript(sample).writeZip(out);
      }
      for (Mutation mutation : mutations(sample)) {
        all.add(cases.run(sample, mutation));
      }
    }
    cases.write(all);
    assertThat(all).filteredOn(c -> !c.sound()).isEmpty();
  }
}
