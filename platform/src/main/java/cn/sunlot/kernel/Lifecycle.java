package cn.sunlot.kernel;

import java.util.List;
import java.util.Locale;

/**
 * A state machine as data: one row per edge. Screens show exactly the allowed commands; every edge
 * names the log entry that is written in the transaction of the change, and the clause it rests on
 * ("" where none speaks).
 *
 * @param <S> states
 * @param <C> commands
 */
public final class Lifecycle<S extends Enum<S>, C extends Enum<C>> {

  /**
   * One row of the table.
   *
   * @param from state before
   * @param command what is asked
   * @param to state after
   * @param entryType type of the log entry, e.g. {@code plan-approved}
   * @param clause clause id, e.g. {@code ZB-8}, or ""
   */
  public record Edge<S extends Enum<S>, C extends Enum<C>>(
      S from, C command, S to, String entryType, String clause) {}

  private final String name;
  private final List<Edge<S, C>> edges;

  @SafeVarargs
  public Lifecycle(String name, Edge<S, C>... edges) {
    this.name = name;
    this.edges = List.of(edges);
    for (Edge<S, C> edge : this.edges) {
      long same =
          this.edges.stream()
              .filter(e -> e.from() == edge.from() && e.command() == edge.command())
              .count();
      if (same > 1) {
        throw new IllegalArgumentException(
            name + ": two edges for " + edge.command() + " in " + edge.from());
      }
    }
  }

  public static <S extends Enum<S>, C extends Enum<C>> Edge<S, C> edge(
      S from, C command, S to, String entryType, String clause) {
    return new Edge<>(from, command, to, entryType, clause);
  }

  /**
   * The edge that a command takes.
   *
   * @throws Refused if the command is not allowed in this state; it lists what is
   */
  public Edge<S, C> take(S state, C command) {
    return edges.stream()
        .filter(e -> e.from() == state && e.command() == command)
        .findFirst()
        .orElseThrow(
            () ->
                Refused.because(
                        KernelProblem.COMMAND_NOT_ALLOWED, wireName(command), wireName(state), name)
                    .allowing(allowed(state)));
  }

  /** Commands allowed in a state, in the order of the table. */
  public List<C> allowed(S state) {
    return edges.stream().filter(e -> e.from() == state).map(Edge::command).toList();
  }

  public String name() {
    return name;
  }

  public List<Edge<S, C>> edges() {
    return edges;
  }

  /**
   * How states and commands are written in the API, in the database and in texts: {@code SEND_BACK}
   * is {@code send-back}.
   */
  public static String wireName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code PlanState} is {@code plan-state}. */
  public static String kebab(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The constant that {@link #wireName} wrote. */
  public static <E extends Enum<E>> E parse(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
