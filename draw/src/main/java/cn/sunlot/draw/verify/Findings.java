package cn.sunlot.draw.verify;

import cn.sunlot.draw.targets.BadLine;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.verify.Outcome.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects findings while a transcript is checked. */
final class Findings {

  private final Map<Check, List<Finding>> faults = new EnumMap<>(Check.class);
  private final Map<Check, List<Say>> notes = new EnumMap<>(Check.class);
  private final Map<Check, Say> notChecked = new EnumMap<>(Check.class);

  /** A step that may find its file wrong. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws IOException, BadLine;
  }

  void fail(Check check, String file, int line, Say say) {
    add(new Finding(check, file, line, say));
  }

  void add(Finding finding) {
    faults.computeIfAbsent(finding.check(), c -> new ArrayList<>()).add(finding);
  }

  void note(Check check, Say say) {
    notes.computeIfAbsent(check, c -> new ArrayList<>()).add(say);
  }

  /** The check could not be made, or has nothing to look at. */
  void notChecked(Check check, Say why) {
    notChecked.putIfAbsent(check, why);
  }

  boolean failed(Check check) {
    return faults.containsKey(check);
  }

  /**
   * Takes a step; what it refuses becomes a finding of {@code check}, or for a line of a list of
   * V2, V3.
   */
  <T> Optional<T> attempt(Check check, String file, Step<T> step) {
    try {
      return Optional.of(step.take());
    } catch (BadLine e) {
      fail(e.tooMany() ? Check.V3 : Check.V2, file, e.line(), e.say());
    } catch (Refusal e) {
      fail(check, file, 1, e.say());
    } catch (IOException e) {
      fail(check, file, 0, Say.of("files.io", String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Check check : Check.values()) {
      List<Finding> found = faults.getOrDefault(check, List.of());
      List<Say> said = new ArrayList<>(notes.getOrDefault(check, List.of()));
      Say why = notChecked.get(check);
      Status status = found.isEmpty() ? Status.PASSED : Status.FAILED;
      if (why != null) {
        said.add(why);
        status = found.isEmpty() ? Status.NOT_CHECKED : Status.FAILED;
      }
      outcomes.add(new Outcome(check, status, found, said));
    }
    return outcomes;
  }
}
