package cn.sunlot.screen;

import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Ticket;
import java.util.List;

/**
 * A part of the whole result, for the script that counts along.
 *
 * @param total rows of the whole result
 */
public record ResultPage(int total, List<Row> rows) {

  /** Rows in one part at most. */
  public static final int MOST = 1000;

  /**
   * A row as the screen shows it.
   *
   * @param n running number, from 1
   * @param stratum whose count goes up with it, or ""
   * @param label what stands before the codes
   * @param first code, or name where there is one
   * @param second ticket or code, or name where there is one
   */
  public record Row(
      int n,
      String stratum,
      String label,
      String first,
      boolean firstNamed,
      String second,
      boolean secondNamed) {

    /** The row of a drawn target. */
    public static Row of(Ticket t, Names names) {
      String name = names.token(t.token());
      return new Row(
          t.n(),
          t.stratum(),
          t.r() > 0 ? t.stratum() + "+" + t.r() : t.stratum(),
          brief(t.token()),
          false,
          name.isEmpty() ? brief(t.ticket()) : name,
          !name.isEmpty());
    }

    /**
     * The row of a filled place.
     *
     * @param role in words
     */
    public static Row of(Place p, String role, Names names) {
      String visit = names.token(p.group());
      String person = names.token(p.person());
      return new Row(
          p.n(),
          "",
          role,
          visit.isEmpty() ? brief(p.group()) : visit,
          !visit.isEmpty(),
          person.isEmpty() ? brief(p.person()) : person,
          !person.isEmpty());
    }

    private static String brief(String hex) {
      return hex.substring(0, Math.min(ScreenWords.SHORT, hex.length()));
    }
  }
}
