package cn.sunlot.screen;

import cn.sunlot.screen.DrawScreen.Commitment;
import cn.sunlot.screen.DrawScreen.Party;
import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Source;
import cn.sunlot.screen.DrawScreen.Stratum;
import cn.sunlot.screen.DrawScreen.Team;
import cn.sunlot.screen.DrawScreen.Teams;
import cn.sunlot.screen.DrawScreen.Ticket;
import cn.sunlot.screen.DrawScreen.Voided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up draws in every state. */
final class Samples {

  static final String HASH = "0c6e21d4b8a97f35e2d1c0b9a8f7e6d5c4b3a29180716f5e4d3c2b1a09f8e7d6";
  static final Names NAMES =
      new Names(
          Map.of("operator", "林晓 · 节能科", "w1", "王见证 · 法规科", "w2", "赵敏 · 齐鲁石化"),
          Map.of(hex(50), "淄博某某陶瓷（集团）有限公司", hex(49), "山东某某新材料股份有限公司"));

  private static final Instant AT = Instant.parse("2026-11-20T01:00:00Z");

  private Samples() {}

  static String hex(int n) {
    return "%08x".formatted(n * 2654435761L & 0xffffffffL).repeat(8);
  }

  /** A draw of targets in a state, so many drawn in its last state. */
  static DrawScreen targets(String state, int drawn) {
    return targets(state, drawn, 2, 3);
  }

  /** The same with so many strata and parties. */
  static DrawScreen targets(String state, int drawn, int strata, int parties) {
    int at =
        List.of("prepared", "committed", "committed1", "revealed", "drawn", "closed", "void")
            .indexOf(state);
    boolean made = state.equals("drawn") || state.equals("closed");
    int now = made ? drawn : 0;
    return new DrawScreen(
        "D-2026-0007.370300",
        "D-2026-0007",
        "targets",
        state.equals("committed1") ? "committed" : state,
        "T-2026-0012",
        "sha256",
        drawn * 40 + 12,
        drawn * 40,
        12,
        Map.of("annual-cap", 6, "exempt", 3, "not-active", 2, "drawn-elsewhere", 1),
        strata(drawn, now, strata),
        at < 1 ? null : new Commitment(HASH, AT, AT.plusSeconds(1800), AT.plusSeconds(5400)),
        parties(
            parties, state.equals("committed1") || state.equals("void") ? 2 : at > 2 ? parties : 0),
        List.of(
            new Source("dice", "39 decimal digits, thrown in the room", at > 3 ? dice() : null)),
        0,
        now,
        0,
        tickets(now, strata(drawn, now, strata)),
        List.of(),
        null,
        state.equals("void")
            ? new Voided("nonce-missing", "", List.of("w2"), AT.plusSeconds(1801))
            : null);
  }

  /** The same draw where numbers are split over regions, each stratum a class in one of them. */
  static DrawScreen regional(String state, int drawn, int strata) {
    DrawScreen s = targets(state, drawn, strata, 3);
    List<String> names = List.of("淄川区", "张店区", "高新技术产业开发区");
    List<Stratum> split = new ArrayList<>();
    for (Stratum one : s.strata()) {
      int n = split.size();
      split.add(
          new Stratum(
              "ABCD".charAt(n / 3 % 4) + "." + (370302 + n),
              names.get(n % 3),
              one.size(),
              one.rateBp(),
              one.count(),
              one.quota(),
              false,
              one.drawn()));
    }
    return new DrawScreen(
        s.ref(),
        s.number(),
        s.purpose(),
        s.state(),
        s.task(),
        s.suite(),
        s.poolSize(),
        s.frameSize(),
        s.excludedSize(),
        s.excluded(),
        split,
        s.commitment(),
        s.parties(),
        s.sources(),
        s.rounds(),
        s.drawn(),
        s.unfilled(),
        tickets(s.drawn(), split),
        s.places(),
        s.teams(),
        s.voided());
  }

  /** A draw of inspectors in a state, with so many visits of two. */
  static DrawScreen inspectors(String state, int visits) {
    boolean made = state.equals("drawn") || state.equals("closed");
    List<Place> places = new ArrayList<>();
    for (int i = Math.max(1, 2 * visits - DrawScreen.LAST + 1); made && i <= 2 * visits; i++) {
      places.add(place(i));
    }
    List<Team> teams = new ArrayList<>();
    for (int i = 1; i <= Math.min(visits, DrawScreen.TEAMS); i++) {
      teams.add(new Team(hex(i), List.of(hex(2 * i + 900), hex(2 * i + 901))));
    }
    return new DrawScreen(
        "D-2026-0008.370300",
        "D-2026-0008",
        "inspectors",
        state,
        "T-2026-0012",
        "sha256",
        0,
        0,
        0,
        Map.of(),
        List.of(),
        state.equals("prepared")
            ? null
            : new Commitment(HASH, AT, AT.plusSeconds(1800), AT.plusSeconds(5400)),
        parties(3, state.equals("prepared") || state.equals("committed") ? 0 : 3),
        List.of(),
        0,
        made ? 2 * visits : 0,
        made ? 2 : 0,
        List.of(),
        places,
        made ? new Teams(visits, teams) : null,
        null);
  }

  private static Place place(int n) {
    return new Place(n, 0, hex((n + 1) / 2), n % 2 == 1 ? "a-leader" : "b-member", hex(n + 901));
  }

  /** A part of the result of such a draw. */
  static List<Ticket> tickets(DrawScreen screen, int from, int size) {
    List<Ticket> part = new ArrayList<>();
    for (int n = from; n < from + size && n <= screen.drawn(); n++) {
      part.add(ticket(n, screen.strata()));
    }
    return part;
  }

  static List<Place> places(DrawScreen screen, int from, int size) {
    List<Place> part = new ArrayList<>();
    for (int n = from; n < from + size && n <= screen.drawn(); n++) {
      part.add(place(n));
    }
    return part;
  }

  private static String dice() {
    return "314159265358979323846264338327950288419";
  }

  /** All alike in size; the last one also gets what is left. */
  private static List<Stratum> strata(int drawn, int now, int count) {
    List<Stratum> strata = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      int each = drawn * 3 / (4 * (count - 1));
      int quota = last ? drawn - i * each : each;
      strata.add(
          new Stratum(
              count == 2 && last ? "D" : Character.toString('A' + i),
              "",
              quota * 40,
              last ? null : 250,
              last ? quota : null,
              quota,
              false,
              now == 0 ? 0 : quota));
    }
    return strata;
  }

  private static List<Party> parties(int all, int open) {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      String kind =
          i == 0 ? "operator" : i % 2 == 1 ? "regulation-section" : "enterprise-representative";
      @Nullable String nonce = i < open ? hex(7700 + i) : null;
      parties.add(new Party(i == 0 ? "operator" : "w" + i, kind, nonce));
    }
    return parties;
  }

  private static List<Ticket> tickets(int drawn, List<Stratum> strata) {
    List<Ticket> last = new ArrayList<>();
    for (int n = Math.max(1, drawn - DrawScreen.LAST + 1); n <= drawn; n++) {
      last.add(ticket(n, strata));
    }
    return last;
  }

  private static Ticket ticket(int n, List<Stratum> strata) {
    int before = 0;
    for (Stratum stratum : strata) {
      if (n <= before + stratum.quota()) {
        return new Ticket(n, 0, stratum.name(), n - before, hex(n), hex(n + 7777));
      }
      before += stratum.quota();
    }
    throw new IllegalArgumentException(String.valueOf(n));
  }
}
