package cn.sunlot.screen;

import cn.sunlot.screen.DrawScreen.Party;
import cn.sunlot.screen.DrawScreen.Stratum;
import cn.sunlot.screen.DrawScreen.Team;
import cn.sunlot.screen.DrawScreen.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a draw fits on a wall of 1920 × 1080 where no text is under 28 px; the rest is summed up,
 * so that no screen is ever longer than its wall. {@code fit} in the template.
 *
 * @param tables the strata, in columns
 * @param rest the strata that are not shown one by one, or null
 * @param reasons the most frequent reasons of exclusion
 * @param otherReasons units left out for other reasons
 * @param rows of the result at once
 * @param brief whether there are so many parties that their nonces are shortened
 * @param parties those listed
 * @param otherParties those not listed
 */
public record ScreenFit(
    List<List<Stratum>> tables,
    @Nullable Rest rest,
    List<Map.Entry<String, Integer>> reasons,
    int otherReasons,
    int rows,
    boolean brief,
    List<Party> parties,
    int otherParties) {

  private static final int REASONS = 3;
  private static final int LINES = 12;
  private static final int QR_LINES = 5;
  private static final int LEAST = 4;
  private static final int FULL_NONCES = 5;
  private static final int BRIEF_IN_A_LINE = 3;
  private static final int PARTIES = 7;

  /** Strata together, with how many there are. */
  public record Rest(int strata, int size, int quota, int drawn) {}

  /** What fits of this draw. */
  public static ScreenFit of(DrawScreen s) {
    boolean brief = s.parties().size() > FULL_NONCES;
    int nonces =
        brief ? (s.parties().size() + BRIEF_IN_A_LINE - 1) / BRIEF_IN_A_LINE : s.parties().size();
    // The QR code beside them is as high as five lines.
    int sealed = s.commitment() == null ? 0 : Math.max(QR_LINES, 1 + nonces + s.sources().size());
    int lines = Math.max(LEAST, LINES - sealed);
    List<List<Stratum>> tables = tables(s, lines);
    int shown = tables.stream().mapToInt(List::size).sum();
    List<Map.Entry<String, Integer>> reasons =
        s.excluded().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .toList();
    int told = told(tables, lines);
    int listed = s.parties().size() > PARTIES ? PARTIES - 1 : s.parties().size();
    return new ScreenFit(
        tables,
        shown == s.strata().size() ? null : rest(s.strata().subList(shown, s.strata().size())),
        reasons.stream().limit(told).toList(),
        reasons.stream().skip(told).mapToInt(Map.Entry::getValue).sum(),
        Math.min(DrawScreen.LAST, 2 * (lines + 1)),
        brief,
        s.parties().subList(0, listed),
        s.parties().size() - listed);
  }

  /** One column beside the result; before there is one, two have room. */
  private static List<List<Stratum>> tables(DrawScreen s, int lines) {
    List<Stratum> all = s.strata();
    if (all.size() <= lines) {
      return all.isEmpty() ? List.of() : List.of(all);
    }
    if (s.drawn() > 0 || s.voided() != null) {
      return List.of(all.subList(0, lines - 1));
    }
    int shown = all.size() <= 2 * lines ? all.size() : 2 * lines - 1;
    int half = (shown + 1) / 2;
    return List.of(all.subList(0, half), all.subList(half, shown));
  }

  /** Beside a long table each reason may need a line of its own. */
  private static int told(List<List<Stratum>> tables, int lines) {
    boolean tight = tables.size() == 1 && tables.get(0).size() + 1 + REASONS > lines + 2;
    return tight ? 1 : REASONS;
  }

  private static Rest rest(List<Stratum> strata) {
    return new Rest(
        strata.size(),
        strata.stream().mapToInt(Stratum::size).sum(),
        strata.stream().mapToInt(Stratum::quota).sum(),
        strata.stream().mapToInt(Stratum::drawn).sum());
  }

  /** The last rows of the result that fit; half as many where they stand one below the other. */
  public List<Ticket> last(DrawScreen s, boolean one) {
    int most = one ? rows / 2 : rows;
    return s.last().subList(Math.max(0, s.last().size() - most), s.last().size());
  }

  /** The teams that fit. */
  public List<Team> teams(DrawScreen s) {
    DrawScreen.Teams teams = s.teams();
    if (teams == null) {
      return List.of();
    }
    int most = rows / 2;
    int shown = teams.total() > most ? most - 1 : most;
    return new ArrayList<>(teams.first().subList(0, Math.min(shown, teams.first().size())));
  }
}
