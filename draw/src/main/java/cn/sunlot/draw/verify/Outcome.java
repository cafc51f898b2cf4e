package cn.sunlot.draw.verify;

import cn.sunlot.draw.text.Say;
import java.util.List;

/**
 * What came of one check.
 *
 * @param check its number
 * @param status passed, failed, or not checked
 * @param findings what is wrong; not empty exactly if it failed
 * @param notes why it was not checked, which part of it was not, or what a reader should compare
 */
public record Outcome(Check check, Status status, List<Finding> findings, List<Say> notes) {

  public Outcome {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** How a check ended. */
  public enum Status {
    PASSED,
    FAILED,
    NOT_CHECKED
  }
}
