package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.Pool;
import cn.sunlot.draw.targets.PoolBuilder;
import cn.sunlot.draw.targets.SubstituteRound;
import cn.sunlot.draw.targets.SubstituteRound.Dropped;
import cn.sunlot.draw.targets.TargetDraw;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Reveals.RoundValues;
import cn.sunlot.draw.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A draw of targets with two substitute rounds, made with fixed secrets. */
public final class Sample {

  static final String DRAW = "D-2026-0007";
  private static final PublicSource DICE = new PublicSource("dice", "5 digits, thrown in the room");

  private final Suite suite;
  private final Random random;
  private final String draw;
  private final String task;
  private final String previous;
  private final List<String> drawable = new ArrayList<>();
  private final List<String> out = List.of("冷库:1", "冷库:2", "冷库:3");

  public Sample(Suite suite, long seed) {
    this(suite, seed, DRAW, "T-2026-0012", "");
  }

  /** A draw of this id for this task, which takes the place of a void one. */
  public Sample(Suite suite, long seed, String draw, String task, String previous) {
    this.suite = suite;
    this.draw = draw;
    this.task = task;
    this.previous = previous;
    this.random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      drawable.add("lift:3310-2019-" + (1000 + i));
    }
  }

  public Transcript transcript() {
    return transcript("supervisor", List.of(DICE), List.of(DICE), true);
  }

  Transcript transcript(
      String role, List<PublicSource> sources, List<PublicSource> roundSources, boolean open) {
    Units units = new Units(suite, draw, bytes());
    Pool pool = pool(units);
    HashChain chain = new HashChain(suite, bytes(), 16);
    List<Nonce> nonces =
        Stream.of("operator", "w1").map(p -> new Nonce(p, Names.hex(bytes()))).toList();
    Commitment commitment =
        new Commitment(
            suite.name(),
            draw,
            task,
            new Commitment.Profile("zibo", "2026-01-01", Names.hex(bytes())),
            subject(pool),
            Commitment.Chain.of(chain),
            List.of(party(nonces.get(0), "operator"), party(nonces.get(1), role)),
            sources,
            Instant.parse("2026-11-20T09:30:00Z"),
            Instant.parse("2026-11-20T10:30:00Z"),
            previous);
    List<String> values = sources.stream().map(s -> "31415").toList();
    Seed seed = Seed.of(suite, commitment, nonces, values);
    TargetDraw drawing = new TargetDraw(pool.frame());
    List<TargetRound> rounds = new ArrayList<>();
    rounds.add(drawing.first(seed.tickets(chain.value(0)), targets(commitment).strata()));
    List<SubstituteRound> inputs = new ArrayList<>();
    List<RoundValues> roundValues = new ArrayList<>();
    for (int r = 1; r <= 2; r++) {
      String dropped = rounds.get(r - 1).in("A").get(0).token();
      SubstituteRound input =
          new SubstituteRound(
              r, Map.of("A", r), List.of(new Dropped(dropped, "exempt")), roundSources);
      List<String> fresh = roundSources.stream().map(s -> "2718").toList();
      inputs.add(input);
      roundValues.add(new RoundValues(r, fresh));
      rounds.add(
          drawing.next(
              seed.tickets(chain.value(r), r, input.json(), roundSources, fresh), input, rounds));
    }
    List<String> opened = Stream.of(0, 1, 2).map(r -> Names.hex(chain.value(r))).toList();
    return new Transcript(
        commitment,
        new Transcript.Lists.Targets(pool.frame(), pool.excluded()),
        new Reveals(nonces, values, opened, roundValues),
        inputs.stream().map(SubstituteRound::json).toList(),
        new Result<>(draw, rounds).json(TargetRound::json),
        open ? openings(units, rounds) : List.of());
  }

  private Pool pool(Units units) {
    PoolBuilder builder = new PoolBuilder(units);
    for (int i = 0; i < drawable.size(); i++) {
      builder.add(drawable.get(i), i % 3 == 0 ? "D" : "A", 1 + i % 4);
    }
    out.forEach(unit -> builder.exclude(unit, unit.endsWith("1") ? "exempt" : "annual-cap"));
    return builder.build();
  }

  private Subject.Targets subject(Pool pool) {
    List<String> all = new ArrayList<>(drawable);
    all.addAll(out);
    return pool.subject(
        Pool.snapshot(all), Map.of("A", new Quota.Rate(1_500), "D", new Quota.Count(2)));
  }

  private static Subject.Targets targets(Commitment commitment) {
    return (Subject.Targets) commitment.subject();
  }

  private Party party(Nonce nonce, String role) {
    return new Party(nonce.party(), role, nonce.commitment(suite, draw));
  }

  private List<Opening> openings(Units units, List<TargetRound> rounds) {
    List<String> drawn =
        rounds.stream()
            .flatMap(r -> r.strata().values().stream())
            .flatMap(List::stream)
            .map(d -> d.token())
            .toList();
    return drawable.stream().map(units::open).filter(o -> drawn.contains(o.token())).toList();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }
}
