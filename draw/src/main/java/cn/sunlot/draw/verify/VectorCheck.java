package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.text.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recomputes every value of a test vector of draw/v1: one file per draw, for targets with the
 * secret {@code frame_key} and the units, for inspectors with the roster.
 */
public final class VectorCheck {

  private final Suites suites;

  /** Checks with these suites. */
  public VectorCheck(Suites suites) {
    this.suites = suites;
  }

  /**
   * What came of one file.
   *
   * @param file its name
   * @param difference the first value that is not as computed; none if all are
   */
  public record Result(String file, Optional<Say> difference) {

    /** Whether every value was as computed. */
    public boolean passed() {
      return difference.isEmpty();
    }
  }

  /** What a purpose adds: its own values, and the results of its rounds. */
  interface Body {

    /** Values before the seed: {@code frame}, {@code roster} and the like. */
    void recompute(Json.Builder out);

    /** The members of the commitment that depend on the purpose, recomputed. */
    Subject subject();

    /** Result of round 0. */
    Json first(Tickets tickets);

    /** Public sources that the input of a round declares. */
    List<PublicSource> sources(Node input);

    /** Name of the member that holds the result of a later round. */
    String resultName();

    /** Result of a later round. */
    Json next(Tickets tickets, Node input);
  }

  /** Checks every {@code .json} file of a folder, in byte order of names. */
  public List<Result> checkFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    List<Result> results = new ArrayList<>();
    for (Path file : files) {
      results.add(check(file.getFileName().toString(), Files.readAllBytes(file)));
    }
    return results;
  }

  /** Checks one file. */
  public Result check(String name, byte[] json) {
    try {
      Node vector = Node.root(Jcs.parseLoose(json));
      return new Result(
          name, Difference.first("$", vector.value(), recompute(vector)).map(Difference::say));
    } catch (Refusal e) {
      return new Result(name, Optional.of(e.say()));
    }
  }

  private Json recompute(Node vector) {
    Suite suite = suites.get(vector.get("suite").text());
    Commitment stated = Commitment.read(vector.get("commitment"));
    Body body =
        stated.subject() instanceof Subject.Targets targets
            ? new TargetVector(suite, stated, targets, vector)
            : new InspectorVector(suite, vector);
    Json.Builder out = Json.object();
    out.put("name", vector.get("name").text()).put("suite", stated.suite());
    body.recompute(out);
    Commitment commitment = withSubject(stated, body.subject());
    List<Nonce> nonces = vector.get("nonces").items().stream().map(Nonce::read).toList();
    List<String> values = texts(vector.get("public_values"));
    requireOpen(suite, commitment, nonces);
    Seed seed = Seed.of(suite, commitment, nonces, values);
    Chain chain = new Chain(suite, commitment, vector.get("chain_values"));
    out.put("commitment", commitment.json());
    out.put("commitment_hash", commitment.hash(suite));
    out.put("chain_values", vector.get("chain_values").value());
    out.put("nonces", nonces.stream().map(Nonce::json).toList());
    out.put("public_values", Json.texts(values));
    out.put("ikm", seed.ikm());
    byte[] prk = seed.prk(chain.value(0), seed.ikm());
    out.put("prk0", Names.hex(prk));
    out.put("round0", body.first(suite.tickets(prk)));
    return out.put("rounds", rounds(vector, body, seed, chain)).build();
  }

  private static List<Json> rounds(Node vector, Body body, Seed seed, Chain chain) {
    List<Json> rounds = new ArrayList<>();
    for (Node round : vector.get("rounds").items()) {
      Node input = round.get("input");
      int r = (int) input.get("r").integer(1, Integer.MAX_VALUE);
      List<String> values = texts(round.get("public_values"));
      String ikm = seed.ikm(r, input.value(), body.sources(input), values);
      byte[] prk = seed.prk(chain.value(r), ikm);
      Json.Builder out = Json.object().put("input", input.value());
      out.put("public_values", Json.texts(values)).put("prk", Names.hex(prk));
      Tickets tickets = chain.suite.tickets(prk);
      rounds.add(out.put(body.resultName(), body.next(tickets, input)).build());
    }
    return rounds;
  }

  private static List<String> texts(Node array) {
    return array.items().stream().map(Node::text).toList();
  }

  private static void requireOpen(Suite suite, Commitment commitment, List<Nonce> nonces) {
    for (int i = 0; i < Math.min(nonces.size(), commitment.parties().size()); i++) {
      if (!nonces.get(i).opens(commitment.parties().get(i), suite, commitment.draw())) {
        throw Refusal.of("v7.nonce", nonces.get(i).party());
      }
    }
  }

  private static Commitment withSubject(Commitment c, Subject subject) {
    return new Commitment(
        c.suite(),
        c.draw(),
        c.task(),
        c.profile(),
        subject,
        c.chain(),
        c.parties(),
        c.sources(),
        c.revealBy(),
        c.openBy(),
        c.previous());
  }

  /** The opened chain values of a vector, each walked up to the committed head. */
  private static final class Chain {
    private final Suite suite;
    private final Map<String, Node> values;

    Chain(Suite suite, Commitment commitment, Node values) {
      this.suite = suite;
      this.values = values.members();
      this.values.forEach(
          (r, value) -> {
            byte[] bytes = Names.bytes32(value.path(), value.text());
            if (!HashChain.holds(suite, commitment.chain().head(), Integer.parseInt(r), bytes)) {
              throw Refusal.of("v9.chain", r);
            }
          });
    }

    byte[] value(int r) {
      Node value = values.get(Integer.toString(r));
      if (value == null) {
        throw Refusal.of("v9.missing", r);
      }
      return Names.bytes32(value.path(), value.text());
    }
  }
}
