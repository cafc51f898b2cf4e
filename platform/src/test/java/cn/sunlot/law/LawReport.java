package cn.sunlot.law;

import cn.sunlot.law.ClauseMarks.Mark;
import cn.sunlot.law.Clauses.Line;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page {@code docs/law/README.md}: each clause with the tests that show it, and first what is
 * open.
 */
final class LawReport {

  private static final Map<String, String> DOCUMENTS = documents();

  private LawReport() {}

  /** The page as Markdown. */
  static String write(Collection<Line> clauses, List<Mark> marks) {
    Map<String, List<Mark>> tests =
        marks.stream().distinct().collect(Collectors.groupingBy(Mark::clause));
    List<Line> enforced = clauses.stream().filter(Line::isEnforced).toList();
    List<Line> open = enforced.stream().filter(c -> !tests.containsKey(c.id())).toList();
    StringBuilder page = new StringBuilder();
    page.append("# Clause by clause: which test shows it\n\n")
        .append("Made from `clauses.yaml` and from the tests, by `make docs`; do not edit.\n\n")
        .append("To be enforced: ")
        .append(enforced.size())
        .append(", of which open: ")
        .append(open.size())
        .append(".\n\n## Open: to be enforced, and no test shows it\n\n");
    if (open.isEmpty()) {
      page.append("None.\n");
    }
    open.forEach(c -> page.append("- **%s** (%s) %s\n".formatted(c.id(), c.area(), c.rule())));
    DOCUMENTS.forEach(
        (document, title) -> {
          page.append("\n## ").append(title).append("\n\n");
          page.append(
              "| clause | kind | module | rule in our words | tests |\n|---|---|---|---|---|\n");
          clauses.stream()
              .filter(c -> c.document().equals(document))
              .forEach(c -> page.append(row(c, tests.getOrDefault(c.id(), List.of()))));
        });
    return page.toString();
  }

  private static String row(Line clause, List<Mark> tests) {
    String kind = clause.kind() + ("as_a_rule".equals(clause.strength()) ? ", as a rule" : "");
    String follows =
        clause.follows() == null ? "" : " (follows " + String.join(", ", clause.follows()) + ")";
    String links = tests.stream().map(LawReport::link).sorted().collect(Collectors.joining("<br>"));
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(clause.id(), kind, clause.area(), cell(clause.rule() + follows), links);
  }

  private static String link(Mark mark) {
    String file = mark.file();
    String name = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.[a-z.]+$", "");
    String test = mark.test().isEmpty() ? "" : ": " + cell(mark.test());
    return "[%s](../../%s)%s".formatted(name, file, test);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private static Map<String, String> documents() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("ZB", "Zibo Industry and IT Bureau, 淄工信发〔2020〕5号");
    titles.put("TZ", "Taizhou, 台政发〔2019〕28号");
    titles.put("PDS", "Pingdingshan and Wugang, 平双随机办〔2020〕3号");
    titles.put("SX", "Shaoxing (draft)");
    titles.put("RS", "Rushan, 乳政发〔2020〕3号");
    titles.put("N", "What users expect beyond the five regulations");
    titles.put("SL", "Sunlot base rules, where a regulation is silent");
    return titles;
  }
}
