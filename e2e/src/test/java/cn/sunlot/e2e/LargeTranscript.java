package cn.sunlot.e2e;

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
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.Pool;
import cn.sunlot.draw.targets.PoolBuilder;
import cn.sunlot.draw.targets.TargetDraw;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** A draw from very many units, made with fixed secrets; everybody drawn is opened. */
final class LargeTranscript {

  private static final String DRAW = "3310-D-2026-0042";
  private static final List<String> STRATA = List.of("A", "A", "A", "B", "B", "C", "D");
  private static final Map<String, Quota> RULES =
      Map.of(
          "A", new Quota.Rate(100),
          "B", new Quota.Rate(300),
          "C", new Quota.Rate(1_000),
          "D", new Quota.Rate(5_000));

  private final Suite suite;
  private final Random random = new Random(1);
  private final Units units;
  private final List<String> ids;

  private LargeTranscript(String suite, int size) {
    this.suite = Suites.withSm3(SM3.Digest::new).get(suite);
    this.units = new Units(this.suite, DRAW, bytes());
    this.ids = IntStream.range(0, size).mapToObj(i -> "lift:3310-" + (1_000_000 + i)).toList();
  }

  static Path write(Path zip, String suite, int size) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip)) {
      new LargeTranscript(suite, size).transcript().writeZip(out);
    }
    return zip;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  private Transcript transcript() {
    PoolBuilder builder = new PoolBuilder(units);
    IntStream.range(0, ids.size())
        .forEach(i -> builder.add(ids.get(i), STRATA.get(i % STRATA.size())));
    Pool pool = builder.build();
    HashChain chain = new HashChain(suite, bytes(), 4096);
    Nonce nonce = new Nonce("w1", Names.hex(bytes()));
    Subject.Targets subject = pool.subject(Pool.snapshot(ids), RULES);
    Commitment commitment = commitment(subject, chain, nonce);
    Seed seed = Seed.of(suite, commitment, List.of(nonce), List.of("31415"));
    TargetRound drawn =
        new TargetDraw(pool.frame()).first(seed.tickets(chain.value(0)), subject.strata());
    return new Transcript(
        commitment,
        new Transcript.Lists.Targets(pool.frame(), pool.excluded()),
        new Reveals(
            List.of(nonce), List.of("31415"), List.of(Names.hex(chain.value(0))), List.of()),
        List.of(),
        new Result<>(DRAW, List.of(drawn)).json(TargetRound::json),
        openings(drawn));
  }

  private Commitment commitment(Subject subject, HashChain chain, Nonce nonce) {
    return new Commitment(
        suite.name(),
        DRAW,
        "T-2026-0012",
        new Commitment.Profile("base", "1", Names.hex(bytes())),
        subject,
        Commitment.Chain.of(chain),
        List.of(new Party("w1", "supervisor", nonce.commitment(suite, DRAW))),
        List.of(new PublicSource("dice", "5 digits, thrown in the room")),
        Instant.parse("2026-11-20T09:30:00Z"),
        Instant.parse("2026-11-20T10:30:00Z"),
        "");
  }

  private List<Opening> openings(TargetRound drawn) {
    Set<String> tokens = new HashSet<>();
    drawn.strata().values().forEach(list -> list.forEach(unit -> tokens.add(unit.token())));
    return ids.stream().map(units::open).filter(o -> tokens.contains(o.token())).toList();
  }
}
