package cn.sunlot.screen;

import java.util.Map;

/**
 * Names for the room; the public gets {@link #NONE}.
 *
 * @param parties by their names in the draw
 * @param tokens what may be named of units, visits and inspectors
 */
public record Names(Map<String, String> parties, Map<String, String> tokens) {

  public static final Names NONE = new Names(Map.of(), Map.of());

  public Names {
    parties = Map.copyOf(parties);
    tokens = Map.copyOf(tokens);
  }

  /** The name of a party, or "". */
  public String party(String party) {
    return parties.getOrDefault(party, "");
  }

  /** The name behind a token, or "". */
  public String token(String token) {
    return tokens.getOrDefault(token, "");
  }
}
