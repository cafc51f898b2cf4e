package cn.sunlot.checklist;

import cn.sunlot.checklist.Outcome.Consequence;
import cn.sunlot.checklist.Question.Basis;
import java.util.List;

/**
 * Brings checklists of the first model to the present one. It had no model number, one standard and
 * one free text for what follows, and could not say which answer is a problem but for "not
 * conform".
 */
public final class Upgrade {

  /** A section of the first model. */
  public record OldSection(String title, List<OldQuestion> questions) {}

  /** A question of the first model: conform, choice, number or text. */
  public record OldQuestion(
      String code,
      String text,
      String kind,
      List<String> choices,
      String standard,
      String consequence,
      String basis,
      boolean required) {}

  private Upgrade() {}

  public static List<Section> of(List<OldSection> sections) {
    return sections.stream()
        .map(
            s ->
                new Section(
                    s.title(), null, s.questions().stream().map(Upgrade::question).toList()))
        .toList();
  }

  private static Question question(OldQuestion old) {
    // Texts were read by people only; a text of one line was not demanded.
    Consequence then = Consequence.text(inOneLine(old.consequence()));
    String basis = inOneLine(old.basis());
    return new Question(
        old.code(),
        old.kind(),
        old.text(),
        "",
        old.required(),
        null,
        null,
        old.choices(),
        "",
        null,
        null,
        null,
        List.of(),
        null,
        null,
        old.standard(),
        basis.isEmpty() ? List.of() : List.of(new Basis(basis, "")),
        outcomes(old.kind(), then));
  }

  private static List<Outcome> outcomes(String kind, Consequence then) {
    if (kind.equals("conform")) {
      return List.of(new Outcome(Criterion.is("not-conform"), true, "", then));
    }
    return then.kind().equals("none") ? List.of() : List.of(new Outcome(null, true, "", then));
  }

  private static String inOneLine(String text) {
    return text.strip().replaceAll("[\\n\\r｜]+", " ");
  }
}
