package cn.sunlot.law;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the clauses that tests carry, in the text of the tests: {@code @Clause} in the Java of all
 * modules, and {@code clause(…)} in TypeScript.
 */
final class ClauseMarks {

  /**
   * A test that carries a clause.
   *
   * @param clause its id
   * @param file path from the root of the project, with /
   * @param test the test's name as a sentence; "" where a whole class carries it
   */
  record Mark(String clause, String file, String test) {}

  private static final Pattern JAVA =
      Pattern.compile("@Clause\\(\\s*(\\{[^}]*\\}|\"[^\"]*\")\\s*\\)");
  private static final Pattern DECLARATION =
      Pattern.compile("\\bclass\\s+\\w+|\\bvoid\\s+(\\w+)\\s*\\(");
  private static final Pattern TYPESCRIPT =
      Pattern.compile("\\bclause\\(\\s*(['\"][A-Z]+-[^)]*)\\)");
  private static final Pattern TEST =
      Pattern.compile("\\b(?:it|test)(?:\\.\\w+)?\\(\\s*(['\"`])(.*?)\\1", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("['\"]([^'\"]+)['\"]");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  private ClauseMarks() {}

  /** The marks of all tests of the project. */
  static List<Mark> list() {
    Path root = Project.root();
    Stream<Path> java =
        Project.list(root, ".java").stream().filter(f -> f.toString().contains("/src/test/"));
    Stream<Path> script = Project.list(root, ".spec.ts", ".test.ts").stream();
    return Stream.concat(java, script)
        .flatMap(
            file -> {
              String name = root.relativize(file).toString().replace('\\', '/');
              return marks(name, Project.read(file)).stream();
            })
        .toList();
  }

  /** The marks of one file. */
  static List<Mark> marks(String file, String source) {
    String text = COMMENT.matcher(source).replaceAll(" ");
    return file.endsWith(".java") ? java(file, text) : typescript(file, text);
  }

  private static List<Mark> java(String file, String text) {
    List<Mark> marks = new ArrayList<>();
    for (MatchResult found : JAVA.matcher(text).results().toList()) {
      Matcher declared = DECLARATION.matcher(text);
      String test = "";
      if (declared.find(found.end()) && declared.group(1) != null) {
        test = declared.group(1).replace('_', ' ');
      }
      add(marks, file, found.group(1), test);
    }
    return marks;
  }

  private static List<Mark> typescript(String file, String text) {
    List<Mark> marks = new ArrayList<>();
    for (MatchResult found : TYPESCRIPT.matcher(text).results().toList()) {
      String test =
          TEST.matcher(text)
              .results()
              .filter(t -> t.start() < found.start())
              .reduce((earlier, later) -> later)
              .map(t -> t.group(2))
              .orElse("");
      add(marks, file, found.group(1), test);
    }
    return marks;
  }

  private static void add(List<Mark> marks, String file, String literals, String test) {
    LITERAL
        .matcher(literals)
        .results()
        .forEach(literal -> marks.add(new Mark(literal.group(1), file, test)));
  }
}
