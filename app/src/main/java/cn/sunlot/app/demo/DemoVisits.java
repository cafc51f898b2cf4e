package cn.sunlot.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Records of visits, as their teams enter them and leaders accept them. */
final class DemoVisits {

  /** What is put down where an answer needs a certain value to be in order. */
  private static final Map<String, String> USUAL =
      Map.of("2.3", "0.12", "5.2", "1.08", "3.2", "近期已抽检，不重复", "JN-01-3", "1280");

  /**
   * What a visit found.
   *
   * @param question whose answer is not in order
   */
  record Problem(String question, String finding, String measure) {}

  private final DemoBureau bureau;
  private final DemoBrowser browser;

  DemoVisits(DemoBureau bureau, DemoBrowser browser) {
    this.bureau = bureau;
    this.browser = browser;
  }

  /**
   * Enters the record of the inspector's department and hands it in.
   *
   * @param problem null where all is well
   */
  void enter(String inspector, String visit, int number, @Nullable Problem problem) {
    String path = path(visit);
    browser.command(inspector, path, "save", record(browser.read(inspector, path), problem));
    browser.upload(
        inspector,
        path + "/evidence?kind=photo&caption=%E9%97%A8%E5%A4%B4",
        null,
        "门头.jpg",
        DemoPhoto.gate(number));
    browser.command(inspector, path, "submit", null);
  }

  /** A leader accepts what the own department entered. */
  void accept(String head, String visit) {
    browser.command(head, path(visit), "accept", Map.of("note", "同意"));
  }

  /** Puts down that the target was not told beforehand, and why. */
  void noteNoNotice(String inspector, String visit, String reason) {
    browser.post(
        inspector, path(visit) + "/note-notice", null, Map.of("given", false, "reason", reason));
  }

  private static String path(String visit) {
    return "/api/visits/" + visit + "/record";
  }

  private Map<String, Object> record(JsonNode detail, @Nullable Problem problem) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("visitedOn", bureau.today().toString());
    content.put("methods", List.of("on-site"));
    content.put("licencesShown", true);
    content.put("noticeHandedOver", true);
    content.put("adjustedSteps", "");
    content.put("items", detail.get("items").valueStream().map(i -> item(i, problem)).toList());
    content.put(
        "signature", Map.of("signed", true, "signer", "企业负责人", "explanation", "", "witness", ""));
    content.put("direct", null);
    return content;
  }

  private Map<String, Object> item(JsonNode item, @Nullable Problem problem) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("taskId", item.get("taskId").asString());
    entry.put("itemVersionId", item.get("itemVersionId").asString());
    Problem found =
        problem != null && answer(item.get("checklist"), problem.question(), entry)
            ? problem
            : null;
    entry.put("type", found != null ? "problem-found-corrected" : "no-problem-found");
    entry.put("finding", found != null ? found.finding() : "");
    entry.put("measures", found != null ? List.of(found.measure()) : List.of());
    entry.put("handling", "");
    if (problem == null) {
      answer(item.get("checklist"), "", entry);
    }
    return entry;
  }

  /**
   * Answers everything; in order but for one question.
   *
   * @return whether the checklist has that question
   */
  private boolean answer(JsonNode checklist, String wrong, Map<String, Object> entry) {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, List<String>> several = new LinkedHashMap<>();
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    boolean found = false;
    for (JsonNode section : checklist.get("sections")) {
      for (JsonNode question : section.get("questions")) {
        String code = question.get("code").asString();
        boolean here = code.equals(wrong);
        found |= here;
        switch (question.get("kind").asString()) {
          case "choices" -> several.put(code, inOrder(words(question.get("choices"))));
          case "table" -> rows.put(code, List.of(row(question, 1), row(question, 2)));
          case "photo", "information" -> {}
          default -> answers.put(code, here ? "not-conform" : one(code, question));
        }
      }
    }
    entry.put("answers", answers);
    entry.put("several", several);
    entry.put("rows", rows);
    return found;
  }

  private String one(String code, JsonNode question) {
    String usual = USUAL.get(code);
    if (usual != null) {
      return usual;
    }
    return switch (question.get("kind").asString()) {
      case "conform" -> "conform";
      case "choice" -> question.get("choices").get(0).asString();
      case "number" -> "1";
      case "date" -> bureau.today().minusDays(40).toString();
      default -> "无";
    };
  }

  /** Where one of several choices says that there is nothing, that one; else the first two. */
  private static List<String> inOrder(List<String> choices) {
    return choices.stream()
        .filter(choice -> choice.contains("没有"))
        .findFirst()
        .map(List::of)
        .orElse(choices.subList(0, Math.min(2, choices.size())));
  }

  private Map<String, String> row(JsonNode question, int number) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (JsonNode column : question.get("columns")) {
      String cell =
          switch (column.get("kind").asString()) {
            case "choice" -> column.get("choices").get(number - 1).asString();
            case "number" -> "0." + (number + 9);
            case "conform" -> "conform";
            case "date" -> bureau.today().plusMonths(3L + number).toString();
            default -> number + "号";
          };
      cells.put(column.get("code").asString(), cell);
    }
    return cells;
  }

  private static List<String> words(JsonNode texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(text.asString()));
    return all;
  }
}
