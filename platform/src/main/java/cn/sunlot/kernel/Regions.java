package cn.sunlot.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Divisions of China down to the county, by their codes of GB/T 2260 (state of 2023), and former
 * codes that registries still hold.
 */
public final class Regions {

  private static final Map<String, String> NAMES = new HashMap<>();

  /** Former code → its own name and today's code, which may be empty. */
  private static final Map<String, Former> FORMER = new HashMap<>();

  static {
    lines("/regions/divisions.csv").forEach(line -> NAMES.put(line[0], line[1]));
    lines("/regions/former.csv")
        .forEach(line -> FORMER.put(line[0], new Former(line[1], line.length > 2 ? line[2] : "")));
  }

  private static final Map<String, List<String>> CODES = byName();

  private record Former(String name, String today) {}

  private Regions() {}

  public static boolean isKnown(String code) {
    return NAMES.containsKey(code);
  }

  /** The division's own name, e.g. 张店区. */
  public static Optional<String> findName(String code) {
    return Optional.ofNullable(NAMES.get(code));
  }

  /** The name of a code that was in force once. */
  public static Optional<String> findFormerName(String code) {
    return Optional.ofNullable(FORMER.get(code)).map(Former::name);
  }

  /** The code that took the place of a former one, where one did alone. */
  public static Optional<String> findSuccessor(String code) {
    return Optional.ofNullable(FORMER.get(code)).map(Former::today).filter(c -> !c.isEmpty());
  }

  /** Former codes whose ground is in this division now. */
  public static SortedSet<String> listFormer(String code) {
    SortedSet<String> former = new TreeSet<>();
    FORMER.forEach(
        (one, what) -> {
          if (what.today().equals(code)) {
            former.add(one);
          }
        });
    return former;
  }

  /** The code of a name that only one division has, with or without 省, 市 at its end. */
  public static Optional<String> findCode(String name) {
    List<String> codes = CODES.getOrDefault(name, List.of());
    return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
  }

  /** Whether a division is another one, or lies in it; also for towns, by their nine digits. */
  public static boolean isWithin(String code, String superior) {
    return code.startsWith(superior.replaceAll("(00){1,2}$", ""));
  }

  /**
   * A division and all below it, by code: those of a province have its first two digits, those of a
   * city its first four.
   */
  public static SortedMap<String, String> listWithin(String code) {
    String prefix = code.replaceAll("(00){1,2}$", "");
    SortedMap<String, String> within = new TreeMap<>();
    if (isKnown(code)) {
      NAMES.forEach(
          (one, name) -> {
            if (one.startsWith(prefix)) {
              within.put(one, name);
            }
          });
    }
    return within;
  }

  private static Map<String, List<String>> byName() {
    Map<String, List<String>> codes = new HashMap<>();
    NAMES.forEach(
        (code, name) -> {
          add(codes, name, code);
          if (name.length() > 2 && (name.endsWith("市") || name.endsWith("省"))) {
            add(codes, name.substring(0, name.length() - 1), code);
          }
        });
    return codes;
  }

  private static void add(Map<String, List<String>> codes, String name, String code) {
    codes.merge(
        name,
        List.of(code),
        (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
  }

  private static List<String[]> lines(String resource) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(l -> l.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
