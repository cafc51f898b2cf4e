package cn.sunlot.draw.mutations;

import cn.sunlot.draw.verify.Check;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which check must find a mutation, written down by hand from section 12; a value that only the
 * seed depends on is found by V10. And what no check finds, with the reason.
 */
public final class Guards {

  private static final Set<String> OTHER_FORM =
      Set.of("of another type", "negative", "with a line feed");

  /** Values changed to others of the same look. */
  private static final Map<String, Check> CHANGED =
      Map.ofEntries(
          Map.entry("commitment.json $.v", Check.V1),
          Map.entry("commitment.json $.suite", Check.V1),
          Map.entry("commitment.json $.purpose", Check.V1),
          Map.entry("commitment.json $.draw", Check.V7),
          Map.entry("commitment.json $.pool.size", Check.V3),
          Map.entry("commitment.json $.frame.size", Check.V3),
          Map.entry("commitment.json $.frame.root", Check.V3),
          Map.entry("commitment.json $.excluded.size", Check.V3),
          Map.entry("commitment.json $.excluded.root", Check.V3),
          Map.entry("commitment.json $.excluded.reasons.*", Check.V3),
          Map.entry("commitment.json $.roster.hash", Check.V3),
          Map.entry("commitment.json $.strata.*.size", Check.V4),
          Map.entry("commitment.json $.strata.*.rate_bp", Check.V4),
          Map.entry("commitment.json $.strata.*.count", Check.V4),
          Map.entry("commitment.json $.strata.*.quota", Check.V4),
          Map.entry("commitment.json $.chain.head", Check.V9),
          Map.entry("commitment.json $.parties[].party", Check.V7),
          Map.entry("commitment.json $.parties[].commitment", Check.V7),
          Map.entry("reveals.json $.nonces[].party", Check.V7),
          Map.entry("reveals.json $.nonces[].nonce", Check.V7),
          Map.entry("reveals.json $.chain[]", Check.V9),
          Map.entry("reveals.json $.rounds[].r", Check.V8),
          Map.entry("rounds/N.json $.r", Check.V11),
          Map.entry("rounds/N.json $.dropped[].token", Check.V11),
          Map.entry("rounds/N.json $.open[].group", Check.V11),
          Map.entry("rounds/N.json $.open[].role", Check.V11),
          Map.entry("rounds/N.json $.left[].group", Check.V11),
          Map.entry("rounds/N.json $.left[].role", Check.V11),
          Map.entry("rounds/N.json $.left[].person", Check.V11),
          Map.entry("openings.json $[].unit", Check.V12),
          Map.entry("openings.json $[].salt", Check.V12),
          Map.entry("openings.json $[].token", Check.V12));

  /** Items of lists that are dropped, repeated or swapped. */
  private static final Map<String, Check> ITEMS =
      Map.ofEntries(
          Map.entry("commitment.json $.parties[]", Check.V7),
          Map.entry("repeated commitment.json $.parties[]", Check.V1),
          Map.entry("commitment.json $.public[]", Check.V8),
          Map.entry("reveals.json $.nonces[]", Check.V7),
          Map.entry("reveals.json $.public[]", Check.V8),
          Map.entry("reveals.json $.chain[]", Check.V9),
          Map.entry("reveals.json $.rounds[]", Check.V8),
          Map.entry("reveals.json $.rounds[].public[]", Check.V8),
          Map.entry("rounds/N.json $.public[]", Check.V8),
          Map.entry("repeated rounds/N.json $.dropped[]", Check.V11),
          Map.entry("dropped rounds/N.json $.left[]", Check.V11),
          Map.entry("repeated rounds/N.json $.open[]", Check.V1),
          Map.entry("repeated rounds/N.json $.left[]", Check.V1),
          Map.entry("repeated rounds/N.json $.recused[]", Check.V1),
          Map.entry("repeated rounds/N.json $.absent[]", Check.V1),
          Map.entry("openings.json $[]", Check.V12));

  /** Members whose names are data, dropped or added. */
  private static final Map<String, Check> NAMES =
      Map.of(
          "commitment.json $.excluded.reasons.*", Check.V3,
          "commitment.json $.strata.*", Check.V4,
          "an empty stratum commitment.json $.strata.*", Check.V10,
          "result.json $.rounds[].strata.*", Check.V10,
          "added rounds/N.json $.strata.*", Check.V11,
          "dropped rounds/N.json $.strata.*", Check.V10,
          "roster.json $.persons.*", Check.V3,
          "roster.json $.classes.*", Check.V3);

  private static final Map<String, Check> LINES =
      Map.of(
          "another token", Check.V3,
          "another reason", Check.V3,
          "another weight", Check.V3,
          "dropped", Check.V3,
          "another stratum", Check.V4,
          "a stratum without quota", Check.V4);

  private static final Map<String, Check> FILES =
      Map.of(
          "dropped rounds/1.json", Check.V11,
          "dropped rounds/2.json", Check.V9,
          "added rounds/9.json", Check.V11);

  private Guards() {}

  /** Why no check finds a mutation, if none does. */
  public static Optional<String> free(Mutation mutation) {
    String place = mutation.what() + " " + mutation.file();
    if (mutation.at().startsWith("$[") && !mutation.at().contains(".")) {
      if (place.equals("dropped openings.json")) {
        return Optional.of(
            "Whom a transcript opens is not fixed; a warning counts those who are not opened.");
      } else if (place.equals("swapped openings.json")) {
        return Optional.of("Openings are a set; their order says nothing.");
      }
    }
    if (mutation.file().startsWith("log/")) {
      return freeInLog(mutation);
    }
    if (mutation.what().equals("something after it")) {
      return Optional.of(
          "The lines are committed to, not how they are packed; gzip passes over what follows.");
    }
    return Optional.empty();
  }

  private static Optional<String> freeInLog(Mutation mutation) {
    boolean keys = mutation.file().equals("log/keys.txt");
    return switch (mutation.what()) {
      case "without a witness's line" ->
          Optional.of(
              keys
                  ? "Whom a transcript names as witness is not fixed; readers give the keys they"
                      + " know."
                  : "Cosignatures are counted, and none is demanded; without any there is a"
                      + " warning.");
      case "witnesses swapped", "signatures swapped" ->
          Optional.of("The order of witnesses says nothing.");
      case "a signature twice" -> Optional.of("A signature that stands twice counts once.");
      case "extra data" ->
          Optional.of("The format lets applications add data, which nothing vouches for.");
      default -> Optional.empty();
    };
  }

  /** The check that must find it. */
  public static Check of(Mutation mutation) {
    if (mutation.file().startsWith("log/") && mutation.op() != Op.FILE_PUT) {
      return Check.V13;
    }
    return switch (mutation.op()) {
      case FILE_DROP, FILE_PUT ->
          FILES.getOrDefault(mutation.what() + " " + mutation.file(), Check.V1);
      case SPLICE -> Check.V1;
      case LINE_SET, LINE_DROP, LINE_REPEAT, LINE_SWAP, LINE_OPEN ->
          LINES.getOrDefault(mutation.what(), Check.V2);
      case SET -> value(mutation);
      case PUT -> name(mutation, Check.V1);
      case DROP -> mutation.at().endsWith("]") ? item(mutation) : member(mutation);
      case REPEAT, SWAP -> item(mutation);
    };
  }

  private static String place(Mutation mutation) {
    return JsonMutations.kind(mutation.file())
        + " "
        + JsonMutations.place(mutation.file(), mutation.at());
  }

  private static Check value(Mutation mutation) {
    String place = place(mutation);
    if (OTHER_FORM.contains(mutation.what())) {
      boolean value = place.matches("reveals.json .*public\\[]");
      return value && mutation.what().equals("with a line feed") ? Check.V8 : Check.V1;
    }
    return CHANGED.getOrDefault(place, place.startsWith("roster.json") ? Check.V3 : Check.V10);
  }

  private static Check item(Mutation mutation) {
    String place = place(mutation);
    Check usual = ITEMS.getOrDefault(place, place.startsWith("roster.json") ? Check.V3 : Check.V10);
    return ITEMS.getOrDefault(mutation.what() + " " + place, usual);
  }

  private static Check name(Mutation mutation, Check otherwise) {
    String place = place(mutation);
    return NAMES.getOrDefault(mutation.what() + " " + place, NAMES.getOrDefault(place, otherwise));
  }

  /** Members are fixed, except where their names are data, and those that are there by need. */
  private static Check member(Mutation mutation) {
    boolean byNeed = place(mutation).matches("result.json \\$.rounds\\[]\\.(cap|reason)");
    return name(mutation, byNeed ? Check.V10 : Check.V1);
  }
}
