package cn.sunlot.results.domain;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.policy.ResultTypes;
import cn.sunlot.policy.ResultTypes.ResultType;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kinds of result mean. */
public final class ResultKinds {

  private static final String OTHER = "other:";

  private static final Set<String> CLEAN =
      Stream.of(
              ResultType.NO_PROBLEM_FOUND,
              ResultType.NO_RELATED_BUSINESS_ACTIVITY,
              ResultType.PASSED)
          .map(Lifecycle::wireName)
          .collect(Collectors.toUnmodifiableSet());

  private ResultKinds() {}

  /** Whether a kind leaves something to be followed up. */
  public static boolean isProblem(String type) {
    return !CLEAN.contains(type);
  }

  /** Whether a kind is listed, or stated where the list is open. */
  public static boolean isKnown(String type, ResultTypes types) {
    return types.values().stream().map(Lifecycle::wireName).anyMatch(type::equals)
        || (types.open() && type.startsWith(OTHER) && type.length() > OTHER.length() + 1);
  }
}
