package cn.sunlot.draw.verify;

import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.verify.Outcome.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a verifier says of a transcript (section 12).
 *
 * @param outcomes V1 to V14, in this order
 * @param warnings in the order of section 12
 */
public record Report(List<Outcome> outcomes, List<Say> warnings) {

  public Report {
    outcomes = List.copyOf(outcomes);
    warnings = List.copyOf(warnings);
  }

  /** Whether no check failed. */
  public boolean accepted() {
    return outcomes.stream().noneMatch(o -> o.status() == Status.FAILED);
  }

  /** All findings, by the number of their check. */
  public List<Finding> findings() {
    return outcomes.stream().flatMap(o -> o.findings().stream()).toList();
  }

  /** The outcome of one check. */
  public Outcome of(Check check) {
    return outcomes.get(check.ordinal());
  }

  /** The report as lines of text: warnings first, then every check, then the conclusion. */
  public List<String> lines(Locale locale) {
    List<String> lines = new ArrayList<>();
    for (Say warning : warnings) {
      lines.add(Say.of("report.warning", warning.in(locale)).in(locale));
    }
    for (Outcome outcome : outcomes) {
      String status = Say.of("status." + outcome.status()).in(locale);
      lines.add(
          Say.of("report.check", outcome.check(), status, outcome.check().title().in(locale))
              .in(locale));
      outcome.notes().forEach(note -> lines.add("    " + note.in(locale)));
      outcome.findings().forEach(finding -> lines.add("    " + finding.in(locale)));
    }
    lines.add(Say.of(accepted() ? "report.accepted" : "report.refused").in(locale));
    return lines;
  }
}
