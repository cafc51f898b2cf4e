package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.sheets.Normalised;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names and addresses as people mean them, so that two ways of writing one come out the same: width
 * of characters, blanks, brackets, 有限责任公司 for 有限公司, the region before the name.
 */
public final class ComparableName {

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

  private static final String ENDINGS = "省市区县";
  private static final Pattern LEGAL_FORM = Pattern.compile("有限(责任)?公司$");

  /** What is left of a name without its region must still be one. */
  private static final int SHORTEST = 2;

  private ComparableName() {}

  /** A name in a region, whose own name and those of its superiors may stand before it. */
  public static String of(String name, String region) {
    String plain = plain(name).replace("有限责任公司", "有限公司");
    return withoutRegion(plain, region);
  }

  /** An address in a region: 山东省淄博市张店区人民路1号 is 人民路1号. */
  public static String ofAddress(String address, String region) {
    return withoutRegion(plain(address), region);
  }

  /** The parts of a name by which others like it are looked for, with blanks between them. */
  public static String words(String name, String region) {
    String folded = Normalised.ofCode(name).text().toLowerCase(Locale.ROOT);
    String core = LEGAL_FORM.matcher(withoutRegion(folded, region)).replaceAll("");
    return NO_LETTER.matcher(core.length() < SHORTEST ? folded : core).replaceAll(" ").strip();
  }

  private static String plain(String text) {
    String folded = Normalised.ofCode(text).text().toLowerCase(Locale.ROOT);
    return NO_LETTER.matcher(folded).replaceAll("");
  }

  private static String withoutRegion(String text, String region) {
    String rest = text;
    for (String division : divisions(region)) {
      for (String spelling : spellings(division)) {
        if (rest.startsWith(spelling) && rest.length() - spelling.length() >= SHORTEST) {
          rest = rest.substring(spelling.length());
          break;
        }
      }
    }
    return rest;
  }

  /** Province, city and county, in the order in which they are written. */
  private static List<String> divisions(String region) {
    return region.length() < 6
        ? List.of()
        : Stream.of(region.substring(0, 2) + "0000", region.substring(0, 4) + "00", region)
            .distinct()
            .map(Regions::findName)
            .flatMap(Optional::stream)
            .toList();
  }

  /** With and without 省, 市, 区, 县 at its end. */
  private static List<String> spellings(String division) {
    int last = division.length() - 1;
    return last > 1 && ENDINGS.indexOf(division.charAt(last)) >= 0
        ? List.of(division, division.substring(0, last))
        : List.of(division);
  }
}
