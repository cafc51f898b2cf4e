package cn.sunlot.catalog.domain;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.checklist.DefinitionJson;
import cn.sunlot.checklist.Question;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where two versions of an item differ. */
public final class Comparison {

  /**
   * One difference.
   *
   * @param field name of the field, as in the API; a question as {@code checklist.<code>}
   * @param before its value in the earlier version, or null where it had none
   * @param after its value in the later version, or null where it has none
   */
  public record Difference(String field, @Nullable String before, @Nullable String after) {}

  private final List<Difference> differences = new ArrayList<>();

  private Comparison() {}

  /** The differences, in the order of the form. */
  public static List<Difference> of(
      ItemContent a, @Nullable Checklist listOfA, ItemContent b, @Nullable Checklist listOfB) {
    var comparison = new Comparison();
    comparison.add("name", a.name(), b.name());
    comparison.add("category", Lifecycle.wireName(a.category()), Lifecycle.wireName(b.category()));
    comparison.add("ratioCapBp", a.ratioCapBp(), b.ratioCapBp());
    comparison.add("timesPerYear", a.timesPerYear(), b.timesPerYear());
    comparison.add("targetKind", a.targetKind(), b.targetKind());
    comparison.add("content", a.content(), b.content());
    comparison.add("basis", String.join("\n", a.basis()), String.join("\n", b.basis()));
    comparison.add("methods", String.join("\n", a.methods()), String.join("\n", b.methods()));
    comparison.add("body", a.body(), b.body());
    comparison.checklists(listOfA, listOfB);
    return List.copyOf(comparison.differences);
  }

  /** The differences in what makes an item joint: who takes part, and who decided on it when. */
  public static List<Difference> ofJoint(
      List<String> participantsOfA,
      @Nullable Decision a,
      List<String> participantsOfB,
      @Nullable Decision b) {
    var comparison = new Comparison();
    comparison.add("participants", lines(participantsOfA), lines(participantsOfB));
    comparison.add("decision", inOneText(a), inOneText(b));
    return List.copyOf(comparison.differences);
  }

  private static @Nullable String lines(List<String> names) {
    return names.isEmpty() ? null : String.join("\n", names);
  }

  private static @Nullable String inOneText(@Nullable Decision decision) {
    return decision == null ? null : decision.documentNumber() + "\n" + decision.on();
  }

  private void checklists(@Nullable Checklist a, @Nullable Checklist b) {
    add("checklist.title", a == null ? null : a.title(), b == null ? null : b.title());
    List<Line> before = lines(a);
    List<Line> after = lines(b);
    for (Line line : before) {
      add("checklist." + line.code(), line.text(), text(after, line.code()));
    }
    for (Line line : after) {
      if (text(before, line.code()) == null) {
        add("checklist." + line.code(), null, line.text());
      }
    }
  }

  private record Line(String code, String text) {}

  private static List<Line> lines(@Nullable Checklist checklist) {
    if (checklist == null) {
      return List.of();
    }
    return checklist.sections().stream()
        .flatMap(s -> s.questions().stream().map(q -> new Line(q.code(), inOneText(s, q))))
        .toList();
  }

  /** All that can differ: the question with what belongs to it, and where it stands. */
  private static String inOneText(Section section, Question question) {
    String condition = DefinitionJson.text(section.showIf());
    return section.title() + "\n" + condition + DefinitionJson.text(question);
  }

  private static @Nullable String text(List<Line> lines, String code) {
    return lines.stream()
        .filter(l -> l.code().equals(code))
        .map(Line::text)
        .findFirst()
        .orElse(null);
  }

  private void add(String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      differences.add(
          new Difference(
              field,
              before == null ? null : before.toString(),
              after == null ? null : after.toString()));
    }
  }
}
