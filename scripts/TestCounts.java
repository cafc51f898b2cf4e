import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds up what surefire and vitest reported below a folder, names each test that failed, prints a
 * line per module and the sum.
 * Arguments: the folder, and how many suites failed as a whole. Exit status 1 unless all passed.
 */
final class TestCounts {
  private static final Set<String> SKIPPED = Set.of("node_modules", ".git", "src", "data", ".run");

  private static final Pattern CASE =
      Pattern.compile("<testcase ([^>]*[^/])>\\s*<(?:failure|error)[^>]*?(?: message=\"([^\"]*)\")?[ >]");
  private static final Pattern ASSERTION =
      Pattern.compile("\"fullName\":\"((?:[^\"\\\\]|\\\\.)*)\",\"status\":\"failed\"");
  private static final int MESSAGE = 200;

  private final Map<String, long[]> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    long failedSuites = Long.parseLong(arguments[1]);
    TestCounts all = new TestCounts();
    all.walk(root);
    all.failures.forEach(System.out::println);
    long[] sum = new long[4];
    all.counts.forEach(
        (module, c) -> {
          System.out.printf(
              "%-24s %5d s   %d passed, %d failed, %d skipped%n", module, c[3] / 1000, c[0], c[1], c[2]);
          for (int i = 0; i < 4; i++) {
            sum[i] += c[i];
          }
        });
    // A suite that broke before it counted anything must not look like success.
    if (failedSuites > 0 && sum[1] == 0) {
      sum[1] = failedSuites;
    }
    System.out.printf("%d passed, %d failed, %d skipped%n", sum[0], sum[1], sum[2]);
    System.exit(sum[1] == 0 && sum[0] > 0 ? 0 : 1);
  }

  private void walk(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
            return SKIPPED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("TEST-") && name.endsWith(".xml")) {
              surefire(String.valueOf(root.relativize(file).getName(0)), Files.readString(file));
            } else if (name.equals("test-results.json")) {
              vitest(String.valueOf(root.relativize(file.getParent())), Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void surefire(String module, String report) {
    int begin = report.indexOf("<testsuite ");
    String suite = report.substring(begin, report.indexOf('>', begin));
    long failed = number(suite, " failures=\"(\\d+)") + number(suite, " errors=\"(\\d+)");
    long skipped = number(suite, " skipped=\"(\\d+)");
    long tests = number(suite, " tests=\"(\\d+)");
    if (failed > 0) {
      CASE.matcher(report).results().forEach(found -> failures.add(failure(module, found)));
    }
    add(module, tests - failed - skipped, failed, skipped, millis(suite));
  }

  private void vitest(String module, String report) {
    long passed = number(report, "\"numPassedTests\":(\\d+)");
    long failed = number(report, "\"numFailedTests\":(\\d+)");
    ASSERTION
        .matcher(report)
        .results()
        .forEach(found -> failures.add("FAILED " + module + ": " + found.group(1)));
    add(module, passed, failed, number(report, "\"numTotalTests\":(\\d+)") - passed - failed, 0);
  }

  private static String failure(String module, MatchResult found) {
    String message = found.group(2) == null ? "" : found.group(2).replace("&#10;", " ");
    return "FAILED %s: %s.%s %s"
        .formatted(
            module,
            text(found.group(1), "classname=\"([^\"]*)"),
            text(found.group(1), "(?:^|\\s)name=\"([^\"]*)"),
            message.substring(0, Math.min(MESSAGE, message.length())));
  }

  private void add(String module, long passed, long failed, long skipped, long millis) {
    long[] c = counts.computeIfAbsent(module, m -> new long[4]);
    c[0] += passed;
    c[1] += failed;
    c[2] += skipped;
    c[3] += millis;
  }

  private static long number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static String text(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : "?";
  }

  private static long millis(String suite) {
    Matcher matcher = Pattern.compile(" time=\"([0-9.,]+)\"").matcher(suite);
    return matcher.find() ? Math.round(Double.parseDouble(matcher.group(1).replace(",", "")) * 1000) : 0;
  }
}
