package cn.sunlot.screen;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of a draw at this step; it names nobody. Numbers, tokens and tickets are
 * those of the transcript.
 *
 * @param ref drawId of transcript and log
 * @param purpose {@code targets} or {@code inspectors}
 * @param state {@code prepared} … {@code closed}, {@code void}
 * @param excluded units of the pool that cannot be drawn, by reason
 * @param drawn targets or places drawn, all rounds together
 * @param unfilled places of the last round that nobody could fill
 * @param last the last {@value #LAST} targets in the order of the result
 * @param places the last {@value #LAST} filled places in that order
 * @param teams who goes where after all rounds; null where there are none
 */
public record DrawScreen(
    String ref,
    String number,
    String purpose,
    String state,
    String task,
    String suite,
    int poolSize,
    int frameSize,
    int excludedSize,
    Map<String, Integer> excluded,
    List<Stratum> strata,
    @Nullable Commitment commitment,
    List<Party> parties,
    List<Source> sources,
    int rounds,
    int drawn,
    int unfilled,
    List<Ticket> last,
    List<Place> places,
    @Nullable Teams teams,
    @Nullable Voided voided) {

  /** So many of the drawn are shown at once, however many there are. */
  public static final int LAST = 20;

  /** So many teams are shown at once, however many there are. */
  public static final int TEAMS = 12;

  public DrawScreen {
    excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    strata = List.copyOf(strata);
    parties = List.copyOf(parties);
    sources = List.copyOf(sources);
    last = List.copyOf(last);
    places = List.copyOf(places);
  }

  /**
   * A stratum.
   *
   * @param name the code that was committed to
   * @param region the name of its region where it is a class in one, else ""; null in screens that
   *     were kept before it was told
   * @param drawn so far, all rounds together
   */
  public record Stratum(
      String name,
      @Nullable String region,
      int size,
      @Nullable Integer rateBp,
      @Nullable Integer count,
      int quota,
      boolean weighted,
      int drawn) {

    /** Whether it is a class in a region, e.g. {@code A.331002}. */
    public boolean regional() {
      return name.indexOf('.') > 0;
    }
  }

  public record Commitment(String hash, Instant at, Instant revealBy, Instant openBy) {}

  /**
   * Who takes part, by kind.
   *
   * @param nonce once it is open
   */
  public record Party(String party, String kind, @Nullable String nonce) {}

  /**
   * A public source of the draw.
   *
   * @param value once it counts
   */
  public record Source(String kind, String id, @Nullable String value) {}

  /**
   * A drawn target.
   *
   * @param n running number in the result, from 1
   * @param r the round, 0 for the draw
   * @param place in its stratum and round, from 1
   */
  public record Ticket(int n, int r, String stratum, int place, String token, String ticket) {}

  /** A filled place of a team; {@code n} as of {@link Ticket}. */
  public record Place(int n, int r, String group, String role, String person) {}

  /**
   * The teams.
   *
   * @param total of all
   * @param first the first {@value #TEAMS} in the order of the draw
   */
  public record Teams(int total, List<Team> first) {
    public Teams {
      first = List.copyOf(first);
    }
  }

  /**
   * Who goes to one visit.
   *
   * @param persons by their places, the leader's first
   */
  public record Team(String group, List<String> persons) {
    public Team {
      persons = List.copyOf(persons);
    }
  }

  /**
   * That the draw was given up.
   *
   * @param reason empty where it failed by the book
   * @param failed names of parties in the draw
   */
  public record Voided(String cause, String reason, List<String> failed, Instant at) {
    public Voided {
      failed = List.copyOf(failed);
    }
  }

  /** Whether nothing follows any more. */
  public boolean over() {
    return state.equals("closed") || state.equals("void");
  }

  /** Whether a public value is still to come. */
  public boolean waits() {
    return sources.stream().anyMatch(source -> source.value() == null);
  }

  /** How many parties have opened their nonces. */
  public int revealed() {
    return (int) parties.stream().filter(p -> p.nonce() != null).count();
  }
}
