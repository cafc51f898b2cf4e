package cn.sunlot.registry.domain;

import java.util.List;
import java.util.stream.Stream;

/** Qualifications and specialities of an inspector (TZ-12), as they are written. */
public final class Qualifications {

  private Qualifications() {}

  /** Those in a cell, each once, sorted. */
  public static List<String> read(String text) {
    return of(List.of(text.split("[；;，,、|\\n]")));
  }

  /** These, each once, sorted. */
  public static List<String> of(List<String> texts) {
    Stream<String> stripped = texts.stream().map(String::strip);
    return stripped.filter(t -> !t.isEmpty()).distinct().sorted().toList();
  }
}
