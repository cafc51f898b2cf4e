package cn.sunlot.screen;

import cn.sunlot.screen.DrawScreen.Commitment;
import cn.sunlot.screen.DrawScreen.Party;
import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Source;
import cn.sunlot.screen.DrawScreen.Stratum;
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
        Map.of("annual-cap", 9, "exempt", 3),
        strata(drawn, now),
        at < 1 ? null : new Commitment(HASH, AT, AT.plusSeconds(1800), AT.plusSeconds(5400)),
        parties(state.equals("committed1") || state.equals("void") ? 2 : at > 2 ? 3 : 0),
        List.of(
            new Source("dice", "39 decimal digits, thrown in the room", at > 3 ? dice() : null)),
        0,
        now,
        0,
        tickets(now),
        List.of(),
        state.equals("void")
            ? new Voided("nonce-missing", "", List.of("w2"), AT.plusSeconds(1801))
            : null);
  }

  /** A draw of inspectors that was made. */
  static DrawScreen inspectors() {
    List<Place> places = new ArrayList<>();
    for (int i = 61; i <= 80; i++) {
      places.add(new Place(i, 0, hex(i / 2), i % 2 == 0 ? "a-leader" : "b-member", hex(i + 900)));
    }
    return new DrawScreen(
        "D-2026-0008.370300",
        "D-2026-0008",
        "inspectors",
        "drawn",
        "T-2026-0012",
        "sha256",
        0,
        0,
        0,
        Map.of(),
        List.of(),
        new Commitment(HASH, AT, AT.plusSeconds(1800), AT.plusSeconds(5400)),
        parties(3),
        List.of(),
        0,
        80,
        2,
        List.of(),
        places,
        null);
  }

  private static String dice() {
    return "314159265358979323846264338327950288419";
  }

  private static List<Stratum> strata(int drawn, int now) {
    int a = drawn * 3 / 4;
    return List.of(
        new Stratum("A", drawn * 30, 100, null, a, false, now == 0 ? 0 : a),
        new Stratum("D", drawn * 10, null, drawn - a, drawn - a, false, now == 0 ? 0 : drawn - a));
  }

  private static List<Party> parties(int open) {
    return List.of(
        party("operator", "operator", open > 0),
        party("w1", "regulation-section", open > 1),
        party("w2", "enterprise-representative", open > 2));
  }

  private static Party party(String name, String kind, boolean open) {
    @Nullable String nonce = open ? hex(name.length() * 77 + name.charAt(name.length() - 1)) : null;
    return new Party(name, kind, nonce);
  }

  private static List<Ticket> tickets(int drawn) {
    List<Ticket> last = new ArrayList<>();
    for (int n = Math.max(1, drawn - DrawScreen.LAST + 1); n <= drawn; n++) {
      last.add(new Ticket(n, 0, n <= drawn * 3 / 4 ? "A" : "D", n, hex(n), hex(n + 7777)));
    }
    return last;
  }
}
