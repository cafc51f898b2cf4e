package cn.sunlot.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is put to; all that is given must hold. An answer that is not there, or cannot be
 * read, fails every test but {@code answered}. Of several choices, one that holds is enough.
 *
 * @param is the answer
 * @param in one of these
 * @param greater more than this number, later than this day
 * @param answered whether there is an answer at all
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Criterion(
    @Nullable String is,
    @Nullable List<String> in,
    @Nullable String greater,
    @Nullable String less,
    @Nullable String atLeast,
    @Nullable String atMost,
    @Nullable Boolean answered) {

  public static Criterion is(String value) {
    return new Criterion(value, null, null, null, null, null, null);
  }

  public static Criterion in(String... values) {
    return new Criterion(null, List.of(values), null, null, null, null, null);
  }

  /** The names of what is given, in order. */
  Set<String> given() {
    Set<String> given = new TreeSet<>();
    add(given, "is", is);
    add(given, "in", in);
    add(given, "greater", greater);
    add(given, "less", less);
    add(given, "atLeast", atLeast);
    add(given, "atMost", atMost);
    add(given, "answered", answered);
    return given;
  }

  private static void add(Set<String> given, String name, @Nullable Object value) {
    if (value != null) {
      given.add(name);
    }
  }
}
