package cn.sunlot.draw.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.matching.Assignment;
import cn.sunlot.draw.matching.InspectorRound;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.draw.matching.Standing;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Reveals.RoundValues;
import cn.sunlot.draw.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A matching with so much choice that any other seed gives another result; two rounds of five slots
 * each.
 */
public final class InspectorSample {

  private static final PublicSource DICE = new PublicSource("dice", "thrown in the room");

  /** Makes the token under which officer 90 is absent. */
  static final Units OFFICERS = new Units(Suite.SHA256, "D-9", new byte[32]);

  private final Random random;

  public InspectorSample(long seed) {
    random = new Random(seed);
  }

  public Transcript transcript() {
    Suite suite = Suite.SHA256;
    Json document = roster();
    Roster roster = Roster.read(document);
    HashChain chain = new HashChain(suite, bytes(), 8);
    Nonce nonce = new Nonce("w1", Names.hex(bytes()));
    Commitment commitment =
        new Commitment(
            "sha256",
            "D-9",
            "T-9",
            new Commitment.Profile("base", "1", Names.hex(bytes())),
            new Subject.Inspectors(Names.hex(suite.hash(Jcs.write(document)))),
            Commitment.Chain.of(chain),
            List.of(new Party("w1", "supervisor", nonce.commitment(suite, "D-9"))),
            List.of(DICE),
            Instant.parse("2026-11-20T09:30:00Z"),
            Instant.parse("2026-11-20T10:30:00Z"),
            "");
    Seed seed = Seed.of(suite, commitment, List.of(nonce), List.of("6"));
    MatchResult drawn = Matching.draw(roster, seed.tickets(chain.value(0)));
    Standing standing = Standing.before(roster).with(drawn);
    List<Json> results = new ArrayList<>(List.of(drawn.json(0)));
    List<Json> inputs = new ArrayList<>();
    List<RoundValues> values = new ArrayList<>();
    for (int r = 1; r <= 2; r++) {
      InspectorRound input = InspectorRound.read(input(r, drawn.slots()));
      standing = standing.after(input);
      List<PublicSource> sources = input.sources();
      drawn =
          Matching.round(
              standing,
              input.open(),
              seed.tickets(chain.value(r), r, input.json(), sources, List.of("4")));
      standing = standing.with(drawn);
      results.add(drawn.json(r));
      inputs.add(input.json());
      values.add(new RoundValues(r, List.of("4")));
    }
    List<String> opened = IntStream.range(0, 3).mapToObj(r -> Names.hex(chain.value(r))).toList();
    return new Transcript(
        commitment,
        new Transcript.Lists.Roster(document),
        new Reveals(List.of(nonce), List.of("6"), opened, values),
        inputs,
        new Result<>("D-9", results).json(json -> json),
        List.of());
  }

  private static Json roster() {
    Json.Builder persons = Json.object();
    List<Json> members = new ArrayList<>();
    for (int p = 10; p < 60; p++) {
      persons.put("p" + p, 2);
      members.add(Json.of("p" + p));
    }
    List<Json> slots = new ArrayList<>();
    List<Json> groups = new ArrayList<>();
    for (int g = 10; g < 22; g++) {
      groups.add(Json.of("g" + g));
      slots.add(parse("{\"class\":\"all\",\"group\":\"g" + g + "\",\"role\":\"a\"}"));
    }
    return Json.object()
        .put("groups", groups)
        .put("persons", persons.build())
        .put("classes", Json.object().put("all", members).build())
        .put("slots", slots)
        .put("recused", List.of(parse("{\"group\":\"g10\",\"person\":\"p10\"}")))
        .put(
            "absent",
            List.of(
                parse(
                    "{\"person\":\"" + OFFICERS.token("officer:90") + "\",\"reason\":\"leave\"}")))
        .put("balance", true)
        .build();
  }

  /** The first five slots of a result are left and opened. */
  private static Json input(int r, List<Assignment> held) {
    List<Json> open = new ArrayList<>();
    List<Json> left = new ArrayList<>();
    for (Assignment assignment : held.subList(0, 5)) {
      Slot slot = assignment.slot();
      String place = "\"group\":\"" + slot.group() + "\"";
      String role = "\"role\":\"" + slot.role() + "\"";
      open.add(parse("{" + place + "," + role + "}"));
      String person = "\"person\":\"" + assignment.person() + "\",\"reason\":\"health\"";
      left.add(parse("{" + place + "," + person + "," + role + "}"));
    }
    return Json.object()
        .put("r", r)
        .put("open", open)
        .put("left", left)
        .put("recused", List.of(parse("{\"group\":\"g1" + r + "\",\"person\":\"p3" + r + "\"}")))
        .put("absent", List.of(parse("{\"person\":\"p4" + r + "\",\"reason\":\"leave\"}")))
        .put("public", List.of(DICE.json()))
        .build();
  }

  private static Json parse(String text) {
    return Jcs.parse(text.getBytes(UTF_8));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }
}
