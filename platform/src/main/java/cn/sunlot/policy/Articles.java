package cn.sunlot.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Provisions of a document in words. */
final class Articles {

  /** What a provision is, in the order in which it is cited. */
  enum Kind {
    MAIN_TEXT,
    ARTICLE,
    SECTION
  }

  /**
   * A provision.
   *
   * @param part of a section, or 0 for the whole
   */
  record Place(Kind kind, int number, int part) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::kind)
            .thenComparingInt(Place::number)
            .thenComparingInt(Place::part);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]?)(?:\\.([1-9][0-9]?))?");
  private static final Pattern MAIN = Pattern.compile("[A-Z][0-9]+(\\.[0-9]+)?");
  private static final String DIGITS = "零一二三四五六七八九";

  private Articles() {}

  /**
   * The provision of a clause.
   *
   * @param number what follows the prefix in the id of the clause: {@code 12}, {@code 9.1}, or
   *     {@code M9} for the main text that stands before the articles
   * @return empty for anything else, which is cited by the document alone
   */
  static Optional<Place> find(String number, Numbering numbering) {
    if (MAIN.matcher(number).matches()) {
      return Optional.of(new Place(Kind.MAIN_TEXT, 0, 0));
    }
    Matcher place = NUMBER.matcher(number);
    if (!place.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(place.group(1));
    if (numbering == Numbering.ARTICLES) {
      return Optional.of(new Place(Kind.ARTICLE, first, 0));
    }
    int part = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
    return Optional.of(new Place(Kind.SECTION, first, part));
  }

  /** The document with these provisions, or alone where there are none. */
  static Texts cite(Texts document, Collection<Place> places) {
    if (places.isEmpty()) {
      return document;
    }
    SortedSet<Place> sorted = new TreeSet<>(places);
    String zh = sorted.stream().map(Articles::chinese).collect(Collectors.joining("、"));
    String en =
        and(
            Stream.of(Kind.values())
                .map(kind -> english(kind, sorted.stream().filter(p -> p.kind == kind).toList()))
                .filter(words -> !words.isEmpty())
                .toList());
    return new Texts(document.zh() + zh, en + " of " + document.en());
  }

  private static String chinese(Place place) {
    return switch (place.kind) {
      case MAIN_TEXT -> "正文";
      case ARTICLE -> "第" + chinese(place.number) + "条";
      case SECTION ->
          "第"
              + chinese(place.number)
              + "部分"
              + (place.part == 0 ? "" : "第（" + chinese(place.part) + "）项");
    };
  }

  private static String english(Kind kind, List<Place> places) {
    if (places.isEmpty()) {
      return "";
    }
    if (kind == Kind.MAIN_TEXT) {
      return "the main text";
    }
    String name = kind == Kind.ARTICLE ? "article" : "section";
    return (places.size() == 1 ? name : name + "s")
        + " "
        + and(places.stream().map(Articles::english).toList());
  }

  private static String english(Place place) {
    return place.part == 0 ? "" + place.number : place.number + " (" + place.part + ")";
  }

  private static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** 1 to 99 in Chinese numerals. */
  private static String chinese(int n) {
    String tens = n < 10 ? "" : (n < 20 ? "" : DIGITS.substring(n / 10, n / 10 + 1)) + "十";
    return tens + (n % 10 == 0 ? "" : DIGITS.substring(n % 10, n % 10 + 1));
  }
}
