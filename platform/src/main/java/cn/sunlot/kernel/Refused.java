package cn.sunlot.kernel;

import java.io.Serial;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that the rules do not allow: which problem, by which clauses, what is allowed instead,
 * which rows or fields are wrong.
 */
public final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * One wrong value.
   *
   * @param row the row as the user counts it, or null outside tables
   * @param field the field's name on the screen or in the sheet
   * @param value the value as given
   * @param message what is wrong with it
   * @param fix the way out
   */
  public record FieldError(
      @Nullable Integer row,
      String field,
      @Nullable String value,
      String message,
      @Nullable String fix) {}

  private final transient Problem problem;
  private final transient Object[] arguments;
  private final transient List<String> clauses;
  private final transient List<String> allowedCommands;
  private final transient List<FieldError> errors;
  private final transient List<WrongValue> wrongValues;

  private Refused(
      Problem problem,
      Object[] arguments,
      List<String> clauses,
      List<String> allowedCommands,
      List<FieldError> errors,
      List<WrongValue> wrongValues) {
    super(problem.code() + Stream.of(arguments).map(String::valueOf).toList());
    this.problem = problem;
    this.arguments = arguments;
    this.clauses = clauses;
    this.allowedCommands = allowedCommands;
    this.errors = errors;
    this.wrongValues = wrongValues;
  }

  /** A refusal whose texts take these arguments. */
  public static Refused because(Problem problem, Object... arguments) {
    return new Refused(problem, arguments.clone(), List.of(), List.of(), List.of(), List.of());
  }

  /** The same refusal, citing these clauses as well. */
  public Refused by(List<String> moreClauses) {
    var all = new LinkedHashSet<>(clauses);
    all.addAll(moreClauses);
    return new Refused(problem, arguments, List.copyOf(all), allowedCommands, errors, wrongValues);
  }

  /** The same refusal, citing these clauses as well. */
  public Refused by(String... moreClauses) {
    return by(List.of(moreClauses));
  }

  /** The same refusal, naming the commands that are allowed now. */
  public Refused allowing(List<? extends Enum<?>> commands) {
    return new Refused(
        problem,
        arguments,
        clauses,
        commands.stream().map(Lifecycle::wireName).toList(),
        errors,
        wrongValues);
  }

  /** The same refusal, naming wrong values whose texts are ready. */
  public Refused with(List<FieldError> ready) {
    return new Refused(
        problem, arguments, clauses, allowedCommands, List.copyOf(ready), wrongValues);
  }

  /** The same refusal, naming wrong values that are put into words for the reader. */
  public Refused naming(List<WrongValue> wrong) {
    return new Refused(problem, arguments, clauses, allowedCommands, errors, List.copyOf(wrong));
  }

  public Problem problem() {
    return problem;
  }

  public Object[] arguments() {
    return arguments.clone();
  }

  public List<String> clauses() {
    return clauses;
  }

  public List<String> allowedCommands() {
    return allowedCommands;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public List<WrongValue> wrongValues() {
    return wrongValues;
  }
}
