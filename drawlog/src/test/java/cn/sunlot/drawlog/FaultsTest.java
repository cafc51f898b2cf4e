package cn.sunlot.drawlog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the operator does wrong with the log, or somebody changes in it, is found and named. */
class FaultsTest {

  private static final Map<String, Transcript> REFUSED = Samples.refused();

  @TempDir Path folder;

  static Stream<String> faults() {
    return REFUSED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_found_by_its_check_and_named(String name) throws IOException {
    Transcript transcript = REFUSED.get(name);
    assertThat(transcript).isNotNull();
    transcript.writeFolder(folder.resolve("t"));
    Report report =
        Verifier.of(Samples.BOTH)
            .withLog(TranscriptLogCheck.of(Samples.BOTH))
            .verify(folder.resolve("t"));
    String check = name.substring(0, name.indexOf('-'));
    assertThat(report.findings()).extracting(f -> f.check().name()).containsOnly(check);
    for (Finding finding : report.findings()) {
      assertThat(finding.in(Locale.ENGLISH)).startsWith(check + " log");
    }
  }
}
