package cn.sunlot.cli;

import cn.sunlot.draw.verify.VectorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sunlot check-vectors}: recomputes every test vector of a folder. */
@Command(name = "check-vectors")
final class CheckVectorsCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR")
  Path folder = Path.of("");

  CheckVectorsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    List<VectorCheck.Result> results = new VectorCheck(Console.suites()).checkFolder(folder);
    int passed = 0;
    for (VectorCheck.Result result : results) {
      passed += result.passed() ? 1 : 0;
      console.line(
          result
              .difference()
              .map(d -> "✗ " + result.file() + ": " + d.in(console.words().locale()))
              .orElse("✓ " + result.file()));
    }
    if (results.isEmpty()) {
      console.complain(Message.of("vectors.none", folder));
    }
    // This line is read by scripts, so it is the same in every language.
    console.line(passed + " passed, " + (results.size() - passed) + " failed");
    return passed == results.size() && passed > 0 ? 0 : 1;
  }
}
