package cn.sunlot.policy;

import java.util.List;

/**
 * One rule of a profile.
 *
 * @param value what it says
 * @param clauses ids of the clauses on which the profile {@code from} rests it
 * @param from id of the profile that set it; where several set parts of it, of the one that
 *     prevails
 */
public record Rule<T>(T value, List<String> clauses, String from) {

  public Rule {
    clauses = List.copyOf(clauses);
  }
}
