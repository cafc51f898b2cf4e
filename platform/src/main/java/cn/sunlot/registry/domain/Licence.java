package cn.sunlot.registry.domain;

import cn.sunlot.sheets.Normalised;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * With what somebody may inspect (ZB-7, RS-3.3).
 *
 * @param number unique in the authority, in capitals
 * @param until its last day
 * @param region code of the county or city that gave it, or ""; it does not limit where somebody
 *     inspects (TZ-22)
 */
public record Licence(String number, Kind kind, LocalDate until, String region) {

  /** What kind of licence it is (TZ-12). */
  public enum Kind {
    /** For administrative enforcement, given by the province. */
    ENFORCEMENT,
    /** For one line's enforcement, given by its ministry. */
    SPECIAL,
    /** For watching over enforcement. */
    SUPERVISION,
    /** Of staff in day-to-day supervision who passed the examination. */
    QUALIFIED_STAFF;

    private static final Map<String, Kind> WORDS =
        Map.of(
            "行政执法证", ENFORCEMENT,
            "执法证", ENFORCEMENT,
            "专业执法证", SPECIAL,
            "部门执法证", SPECIAL,
            "行政执法监督证", SUPERVISION,
            "执法监督证", SUPERVISION,
            "执法资格", QUALIFIED_STAFF,
            "日常监管人员", QUALIFIED_STAFF);

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that a word means, as lists write it. */
    public static Optional<Kind> read(String text) {
      String word = text.strip();
      return Optional.ofNullable(WORDS.get(word))
          .or(
              () ->
                  Arrays.stream(values())
                      .filter(k -> k.wireName().equals(word.toLowerCase(Locale.ROOT)))
                      .findFirst());
    }
  }

  public Licence {
    number = Normalised.ofCode(number).text().toUpperCase(Locale.ROOT);
  }
}
