package cn.sunlot.draw.verify;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorCheckTest {

  private static final Path VECTORS = Path.of("src/test/resources/vectors");

  private final VectorCheck check = new VectorCheck(Suites.withSm3(SM3.Digest::new));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t01-small-sha256.json",
        "t02-small-sm3.json",
        "t03-weights.json",
        "t04-thousand.json",
        "t05-no-public-value.json",
        "t06-two-public-values.json",
        "t07-empty-lists.json"
      })
  void every_value_of_the_reference_vectors_is_recomputed(String file) throws IOException {
    VectorCheck.Result result = check.check(file, Files.readAllBytes(VECTORS.resolve(file)));
    assertThat(result.difference()).isEmpty();
  }
}
