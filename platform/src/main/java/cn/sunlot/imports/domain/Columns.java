package cn.sunlot.imports.domain;

import cn.sunlot.imports.Field;
import cn.sunlot.kernel.WrongValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column is which field. */
public final class Columns {

  private Columns() {}

  /**
   * Guesses by names and aliases, whatever their blanks, brackets, stars and case.
   *
   * @param titles field → the names that the template gives it
   */
  public static Map<String, String> guess(
      List<Field> fields, Map<String, List<String>> titles, List<String> header) {
    Map<String, String> byKey = new HashMap<>();
    for (String name : header) {
      if (!name.isEmpty()) {
        byKey.putIfAbsent(key(name), name);
      }
    }
    Map<String, String> guess = new LinkedHashMap<>();
    for (Field field : fields) {
      List<String> names = new ArrayList<>(titles.getOrDefault(field.name(), List.of()));
      names.addAll(field.aliases());
      names.stream()
          .map(alias -> byKey.get(key(alias)))
          .filter(name -> name != null && !guess.containsValue(name))
          .findFirst()
          .ifPresent(name -> guess.put(field.name(), name));
    }
    return guess;
  }

  /** What is wrong with an assignment: unknown fields or columns, columns used twice, gaps. */
  public static List<WrongValue> wrong(
      List<Field> fields, List<String> header, Map<String, String> mapping) {
    List<WrongValue> wrong = new ArrayList<>();
    Map<String, Field> byName =
        fields.stream().collect(Collectors.toMap(Field::name, field -> field));
    Map<String, String> used = new HashMap<>();
    mapping.forEach(
        (field, column) -> {
          if (!byName.containsKey(field)) {
            wrong.add(WrongValue.of(field, column, "imports.wrong.field-unknown"));
          } else if (column.isEmpty() || !header.contains(column)) {
            wrong.add(WrongValue.of(field, column, "imports.wrong.column-unknown"));
          } else if (used.put(column, field) != null) {
            wrong.add(WrongValue.of(field, column, "imports.wrong.column-twice"));
          }
        });
    fields.stream()
        .filter(field -> field.required() && !mapping.containsKey(field.name()))
        .forEach(
            field -> wrong.add(WrongValue.of(field.name(), "", "imports.wrong.field-missing")));
    return wrong;
  }

  /** The same for headers with the same names in any order. */
  public static String headerKey(List<String> header) {
    String joined = header.stream().map(Columns::key).sorted().collect(Collectors.joining("\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(String name) {
    return name.replaceAll("[（(【\\[].*?[）)】\\]]", "")
        .replaceAll("[\\s*＊:：_/-]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
