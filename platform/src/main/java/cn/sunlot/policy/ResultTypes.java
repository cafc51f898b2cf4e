package cn.sunlot.policy;

import java.util.List;

/**
 * The kinds of result, in the order in which screens offer them.
 *
 * @param open whether a further, stated kind is possible
 */
public record ResultTypes(List<ResultType> values, boolean open) {

  /** What an inspection can result in. */
  public enum ResultType {
    NO_PROBLEM_FOUND,
    DUE_INFORMATION_NOT_PUBLISHED,
    PUBLISHED_INFORMATION_FALSE,
    PROBLEM_FOUND_CORRECTED,
    PROBLEM_FOUND_CORRECTION_ORDERED,
    PROBLEM_FOUND_TO_BE_HANDLED,
    UNREACHABLE_AT_REGISTERED_ADDRESS,
    SERIOUSLY_UNCOOPERATIVE,
    NO_RELATED_BUSINESS_ACTIVITY,
    PASSED,
    FAILED,
    OTHER
  }

  public ResultTypes {
    values = List.copyOf(values);
  }
}
