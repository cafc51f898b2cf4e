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
import java.util.TreeMap;

/**
 * Divisions of China down to the county, by their codes of GB/T 2260 (state of 2023). Older codes
 * that registries still hold are not in it.
 */
public final class Regions {

  private static final Map<String, String> NAMES = read();
  private static final Map<String, List<String>> CODES = byName();

  private Regions() {}

  public static boolean isKnown(String code) {
    return NAMES.containsKey(code);
  }

  /** The division's own name, e.g. 张店区. */
  public static Optional<String> findName(String code) {
    return Optional.ofNullable(NAMES.get(code));
  }

  /** The code of a name that only one division has, with or without 省, 市 at its end. */
  public static Optional<String> findCode(String name) {
    List<String> codes = CODES.getOrDefault(name, List.of());
    return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
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

  private static Map<String, String> read() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("/regions/divisions.csv")),
                StandardCharsets.UTF_8))) {
      Map<String, String> names = new HashMap<>();
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> names.put(line.substring(0, 6), line.substring(7)));
      return Map.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
