package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.mutations.Case;
import cn.sunlot.draw.mutations.Cases;
import cn.sunlot.draw.mutations.Mutation;
import cn.sunlot.draw.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of value under {@code log/}, changed in every way, is refused by V13; and what of a
 * matching leaves no trace in its result is found by the log. The list is data, and the verifier of
 * the browser is held to it as well.
 */
class LogMutationsTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final Path LIST = Path.of("src/test/resources/mutations/cases.json");
  private static final Pattern STEP = Pattern.compile("log/(\\d+)/(.*)");

  /** Proofs are alike, whatever the step: as many as these are changed. */
  private static final int PROOFS = 2;

  @TempDir Path scratch;

  private Cases cases() {
    Verifier verifier = Verifier.of(Samples.BOTH).withLog(TranscriptLogCheck.of(Samples.BOTH));
    return new Cases(SAMPLES, LIST, verifier, scratch);
  }

  private static Map<String, Predicate<String>> wanted(Cases cases) throws IOException {
    Map<String, Predicate<String>> wanted = new TreeMap<>();
    wanted.put("targets-sha256", logFiles(cases.sample("targets-sha256")));
    wanted.put("inspectors", name -> name.matches("rounds/1.json|reveals.json"));
    return wanted;
  }

  /** Payloads of each type, the first entry and salt, proofs of the first steps, keys. */
  private static Predicate<String> logFiles(SortedMap<String, byte[]> files) {
    Set<String> chosen = new TreeSet<>(Set.of("log/keys.txt"));
    Set<String> types = new TreeSet<>();
    int proofs = 0;
    for (String name : files.keySet()) {
      Matcher step = STEP.matcher(name);
      if (!step.matches() || !step.group(2).equals("entry.json")) {
        continue;
      }
      String folder = "log/" + step.group(1) + "/";
      Node entry = Node.root(Jcs.parse(files.getOrDefault(name, new byte[0])));
      if (types.isEmpty()) {
        chosen.addAll(Set.of(name, folder + "salt.txt"));
      }
      if (types.add(entry.get("type").text())) {
        chosen.add(folder + "payload.json");
      }
      if (proofs++ < PROOFS) {
        chosen.addAll(Set.of(folder + "proof.tlog-proof", folder + "consistency.txt"));
      }
    }
    return chosen::contains;
  }

  private static List<Mutation> mutations(Cases cases, String sample, Predicate<String> wanted)
      throws IOException {
    return Cases.mutations(cases.sample(sample), wanted);
  }

  private static List<Case> otherwise(Cases cases, List<Case> some) throws IOException {
    List<Case> wrong = new ArrayList<>();
    for (Case expected : some) {
      Case found = cases.run(expected.sample(), expected.mutation());
      if (!found.equals(expected) || !found.sound()) {
        wrong.add(found);
      }
    }
    return wrong;
  }

  @Test
  void every_kind_of_mutation_is_refused_by_the_right_check_in_both_languages() throws IOException {
    Cases cases = cases();
    Map<String, Case> kinds = new TreeMap<>();
    for (Case each : cases.list()) {
      Mutation mutation = each.mutation();
      kinds.putIfAbsent(mutation.what() + " " + mutation.file().replaceAll("\\d+", ""), each);
    }
    assertThat(otherwise(cases, List.copyOf(kinds.values()))).isEmpty();
    assertThat(kinds).hasSizeGreaterThan(80);
  }

  @Test
  @Tag("deep")
  void every_mutation_is_refused_by_the_right_check_in_both_languages() throws IOException {
    Cases cases = cases();
    List<Case> all = cases.list();
    Cases.report(Path.of("target/mutations.txt"), all);
    assertThat(otherwise(cases, all)).isEmpty();
    assertThat(all).hasSizeGreaterThan(400);
  }

  @Test
  void the_list_holds_every_mutation_of_the_samples() throws IOException {
    List<Case> listed = cases().list();
    for (var sample : wanted(cases()).entrySet()) {
      assertThat(listed)
          .filteredOn(c -> c.sample().equals(sample.getKey()))
          .extracting(Case::mutation)
          .containsExactlyElementsOf(mutations(cases(), sample.getKey(), sample.getValue()));
    }
  }

  /** Makes the list anew: {@code -Dmutations.write}. What it says then is to be read. */
  @Test
  @EnabledIfSystemProperty(named = "mutations.write", matches = ".*")
  void write() throws IOException {
    Cases cases = cases();
    List<Case> all = new ArrayList<>();
    for (var sample : wanted(cases).entrySet()) {
      for (Mutation mutation : mutations(cases, sample.getKey(), sample.getValue())) {
        all.add(cases.run(sample.getKey(), mutation));
      }
    }
    cases.write(all);
    assertThat(all).filteredOn(c -> !c.sound()).isEmpty();
  }
}
