package cn.sunlot.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for something to be shown or required: all or any of others, the contrary of one,
 * or the answer to an earlier question put to a {@link Criterion}. Exactly one of the four is
 * given.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Condition(
    @Nullable List<Condition> all,
    @Nullable List<Condition> any,
    @Nullable Condition not,
    @Nullable String question,
    @Nullable String is,
    @Nullable List<String> in,
    @Nullable String greater,
    @Nullable String less,
    @Nullable String atLeast,
    @Nullable String atMost,
    @Nullable Boolean answered) {

  public static Condition of(String question, Criterion criterion) {
    return new Condition(
        null,
        null,
        null,
        question,
        criterion.is(),
        criterion.in(),
        criterion.greater(),
        criterion.less(),
        criterion.atLeast(),
        criterion.atMost(),
        criterion.answered());
  }

  public static Condition allOf(Condition... parts) {
    return group(List.of(parts), null, null);
  }

  public static Condition anyOf(Condition... parts) {
    return group(null, List.of(parts), null);
  }

  public static Condition notThat(Condition part) {
    return group(null, null, part);
  }

  static Condition group(
      @Nullable List<Condition> all, @Nullable List<Condition> any, @Nullable Condition not) {
    return new Condition(all, any, not, null, null, null, null, null, null, null, null);
  }

  public Criterion criterion() {
    return new Criterion(is, in, greater, less, atLeast, atMost, answered);
  }

  /** The conditions it is made of; empty for one that asks a question. */
  List<Condition> parts() {
    if (all != null) {
      return all;
    }
    if (any != null) {
      return any;
    }
    return not == null ? List.of() : List.of(not);
  }

  /** The questions whose answers it looks at, in order. */
  Stream<String> questions() {
    return question == null ? parts().stream().flatMap(Condition::questions) : Stream.of(question);
  }
}
