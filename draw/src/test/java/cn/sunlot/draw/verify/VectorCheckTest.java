package cn.sunlot.draw.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.verify.Mutations.Kind;
import cn.sunlot.draw.verify.Mutations.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorCheckTest {

  private static final Path VECTORS = Path.of("src/test/resources/vectors");

  private final VectorCheck check = new VectorCheck(Suites.withSm3(SM3.Digest::new));

  @Test
  void every_value_of_the_reference_vectors_is_recomputed() throws IOException {
    List<VectorCheck.Result> results = check.checkFolder(VECTORS);
    assertThat(results)
        .hasSize(12)
        .isSortedAccordingTo(Comparator.comparing(VectorCheck.Result::file));
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result.difference()).as(result.file()).isEmpty();
              assertThat(result.passed()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t02-small-sm3.json",
        "t06-two-public-values.json",
        "m03-tight.json",
        "m04-infeasible.json"
      })
  void a_change_of_any_value_of_a_vector_is_found(String file) throws IOException {
    Json vector = Jcs.parseLoose(Files.readAllBytes(VECTORS.resolve(file)));
    List<String> missed = new ArrayList<>();
    for (Mutant mutant : Mutations.of(vector)) {
      if (!free(mutant) && check.check(file, Jcs.write(mutant.document())).passed()) {
        missed.add(mutant.kind() + " " + mutant.path());
      }
    }
    assertThat(missed).isEmpty();
  }

  /**
   * The name of a vector, how many rounds it has, and the order of its units, which must not
   * matter, are free.
   */
  private static boolean free(Mutant mutant) {
    boolean units = mutant.path().matches("\\$\\.(excluded_)?units\\[]");
    return mutant.path().equals("$.name") && mutant.kind() == Kind.CHANGED
        || mutant.path().equals("$.rounds[]") && mutant.kind() == Kind.DROPPED
        || units && mutant.kind() == Kind.SWAPPED;
  }

  @Test
  void the_first_difference_is_named_with_both_values() throws IOException {
    String text = Files.readString(VECTORS.resolve("t01-small-sha256.json"));
    String other = text.replace("\"prk0\": \"", "\"prk0\": \"0");
    VectorCheck.Result result = check.check("x.json", other.getBytes(UTF_8));
    assertThat(result.passed()).isFalse();
    assertThat(result.difference())
        .hasValueSatisfying(
            say -> assertThat(say.toString()).startsWith("$.prk0: the file has \"0"));
  }
}
