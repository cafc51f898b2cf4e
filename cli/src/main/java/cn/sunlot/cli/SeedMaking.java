package cn.sunlot.cli;

import cn.sunlot.cli.rules.Ceremony;
import cn.sunlot.cli.rules.Ceremony.Origin;
import cn.sunlot.cli.rules.Ceremony.Witness;
import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.Receipt;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.transcript.Reveals;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Commit, reveal, public value, open, in this order (section 2), with everybody in one room: the
 * commitment is written and shown before any public value is asked for.
 */
final class SeedMaking {

  private static final Duration REVEAL = Duration.ofHours(1);
  private static final Duration OPEN = Duration.ofHours(2);

  private final Console console;
  private final Ceremony ceremony;
  private final Suite suite;
  private final String draw;
  private final Folder folder;
  private final HashChain chain;

  /** What is known once the chain is open. */
  record Opened(Commitment commitment, Reveals reveals, Tickets tickets) {}

  SeedMaking(Console console, Ceremony ceremony, Suite suite, String draw, Folder folder) {
    this.console = console;
    this.ceremony = ceremony;
    this.suite = suite;
    this.draw = draw;
    this.folder = folder;
    this.chain = HashChain.random(suite, console.random());
  }

  /** The drawId of the rules, or a fresh one. */
  static String drawId(Console console, Ceremony ceremony) {
    byte[] random = new byte[4];
    console.random().nextBytes(random);
    String day = console.clock().instant().toString().substring(0, 10);
    return ceremony.draw().orElseGet(() -> "D-" + day + "-" + Names.hex(random));
  }

  /**
   * Goes through the steps.
   *
   * @param profileHash hex H of rules.yaml
   * @param frameKey secret of a draw of targets, or ""
   */
  Opened run(Subject subject, String profileHash, String frameKey) throws IOException {
    List<Nonce> nonces = nonces();
    Commitment commitment = commitment(subject, profileHash, nonces);
    folder.writeSecret(Folder.SECRETS, secrets(frameKey));
    folder.write(Folder.COMMITMENT, commitment.write());
    console.say("draw.committed", draw, commitment.hash(suite));
    receipts(commitment, nonces);
    List<String> values = values();
    Seed seed = Seed.of(suite, commitment, nonces, values);
    byte[] opened = chain.value(0);
    Reveals reveals = new Reveals(nonces, values, List.of(Names.hex(opened)), List.of());
    return new Opened(commitment, reveals, seed.tickets(opened));
  }

  private Commitment commitment(Subject subject, String profileHash, List<Nonce> nonces) {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < nonces.size(); i++) {
      Nonce nonce = nonces.get(i);
      String role = i == 0 ? Party.OPERATOR : ceremony.witnesses().get(i - 1).role();
      parties.add(new Party(nonce.party(), role, nonce.commitment(suite, draw)));
    }
    Instant now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new Commitment(
        suite.name(),
        draw,
        ceremony.task(),
        new Commitment.Profile("rules.yaml", now.toString().substring(0, 10), profileHash),
        subject,
        Commitment.Chain.of(chain),
        parties,
        ceremony.sources().stream().map(Ceremony.Source::source).toList(),
        now.plus(REVEAL),
        now.plus(OPEN),
        "");
  }

  /** For auditors and later substitute rounds. */
  private byte[] secrets(String frameKey) {
    return Jcs.write(
        Json.object()
            .put("draw", draw)
            .put("frameKey", frameKey)
            .put("chain", Names.hex(chain.value(chain.length() - 1)))
            .put("length", chain.length())
            .build());
  }

  private List<Nonce> nonces() {
    List<Nonce> nonces = new ArrayList<>();
    nonces.add(Nonce.random(Party.OPERATOR, console.random()));
    for (Witness witness : ceremony.witnesses()) {
      nonces.add(nonce(witness));
    }
    return nonces;
  }

  private Nonce nonce(Witness witness) {
    String party = witness.party();
    if (witness.origin() == Origin.MADE) {
      console.say("draw.nonce-made", party);
      return Nonce.random(party, console.random());
    }
    if (witness.origin() == Origin.GIVEN) {
      return TypedNonce.of(suite, witness.given())
          .map(hex -> new Nonce(party, hex))
          .orElseThrow(() -> witness.entry().wrong("nonce.weak"));
    }
    String typed = console.ask("ask.nonce", party, witness.role());
    return TypedNonce.of(suite, typed)
        .map(hex -> new Nonce(party, hex))
        .orElseThrow(() -> Trouble.of("nonce.typed-weak", party));
  }

  private void receipts(Commitment commitment, List<Nonce> nonces) throws IOException {
    for (Nonce nonce : nonces.subList(1, nonces.size())) {
      Receipt receipt =
          new Receipt(draw, commitment.hash(suite), nonce.commitment(suite, draw), nonce);
      folder.write("receipt-" + nonce.party() + ".json", receipt.write());
      console.say("draw.receipt", nonce.party(), "receipt-" + nonce.party() + ".json");
    }
  }

  private List<String> values() {
    List<String> values = new ArrayList<>();
    for (Ceremony.Source source : ceremony.sources()) {
      String kind = source.source().kind();
      String id = source.source().id();
      source.given().ifPresent(value -> console.say("draw.value-known", kind, value));
      String value = source.given().orElseGet(() -> console.ask("ask.value", kind, id));
      if (!Names.VALUE.matcher(value).matches()) {
        throw Trouble.of("ask.value-shape", kind, value);
      }
      values.add(value);
    }
    return values;
  }

  /** Hex H of a file's bytes, for the profile. */
  static String hash(Suite suite, byte[] bytes) {
    return Names.hex(suite.hash(bytes));
  }
}
