package cn.sunlot.catalog.domain;

import java.util.List;
import java.util.Optional;

/**
 * In what two items inspect the same, so that the office of the joint conference can merge them
 * before they are decided on (TZ-M3). It is a hint: people decide.
 *
 * @param name whether they are called the same
 * @param targetKind whether they are about the same targets
 * @param basis laws and articles that both name
 */
public record Overlap(boolean name, boolean targetKind, List<String> basis) {

  public Overlap {
    basis = List.copyOf(basis);
  }

  /** The overlap of two items: the same name, or the same targets on the same legal basis. */
  public static Optional<Overlap> of(ItemContent a, ItemContent b) {
    boolean name = plain(a.name()).equals(plain(b.name()));
    boolean targetKind = holds(plain(a.targetKind()), plain(b.targetKind()));
    List<String> others = b.basis().stream().map(Overlap::plain).toList();
    List<String> basis = a.basis().stream().filter(x -> others.contains(plain(x))).toList();
    return name || targetKind && !basis.isEmpty()
        ? Optional.of(new Overlap(name, targetKind, basis))
        : Optional.empty();
  }

  /** Petrol stations are among "petrol stations that sell to the public". */
  private static boolean holds(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
  }

  /** Without what is written one way or another: spaces and brackets. */
  private static String plain(String text) {
    return text.replaceAll("[\\s《》〈〉“”\"（）()]", "");
  }
}
