package cn.sunlot.draw;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The commitment document (section 5): all that is fixed before anybody's nonce is open.
 *
 * @param suite name of the suite
 * @param draw drawId; there is exactly one commitment for it
 * @param task what the draw is for
 * @param profile the rules it follows
 * @param subject what is drawn from: targets or inspectors
 * @param chain length and head of the hash chain
 * @param parties who commits a nonce
 * @param sources where public values will come from
 * @param revealBy when every nonce is open, or the draw is void; whole seconds
 * @param openBy when C_0 is open, or the draw is void; whole seconds
 * @param previous commitmentHash of the void draw that this one replaces, or ""
 */
public record Commitment(
    String suite,
    String draw,
    String task,
    Profile profile,
    Subject subject,
    Chain chain,
    List<Party> parties,
    List<PublicSource> sources,
    Instant revealBy,
    Instant openBy,
    String previous) {

  /** The version of the rules. */
  public static final String VERSION = "sunlot/draw/v1";

  public Commitment {
    Names.require(Names.CODE, "suite", suite);
    Names.require(Names.CODE, "draw", draw);
    Names.require(Names.TEXT, "task", task);
    parties = List.copyOf(parties);
    sources = List.copyOf(sources);
    Names.require(Names.HEX32_OR_NONE, "previous", previous);
    Names.require(Names.TIME, "revealBy", revealBy.toString());
    Names.require(Names.TIME, "openBy", openBy.toString());
    if (parties.stream().map(Party::party).distinct().count() < parties.size()) {
      throw Refusal.of("commitment.party-twice");
    }
  }

  /**
   * The rule profile.
   *
   * @param id code
   * @param version code
   * @param hash hex H of the profile file
   */
  public record Profile(String id, String version, String hash) {
    public Profile {
      Names.require(Names.CODE, "profile.id", id);
      Names.require(Names.CODE, "profile.version", version);
      Names.require(Names.HEX32, "profile.hash", hash);
    }
  }

  /**
   * The hash chain.
   *
   * @param length number of rounds it can serve
   * @param head hex H^length
   */
  public record Chain(int length, String head) {

    /** Longest chain that a verifier walks. */
    public static final int MAX_LENGTH = 1 << 24;

    public Chain {
      if (length < 1 || length > MAX_LENGTH) {
        throw Refusal.of("json.want-range", "chain.length", length, 1, MAX_LENGTH);
      }
      Names.require(Names.HEX32, "chain.head", head);
    }

    /** Length and head of this chain. */
    public static Chain of(HashChain chain) {
      return new Chain(chain.length(), chain.head());
    }
  }

  /** {@code hex H(JCS(document))}. */
  public String hash(Suite suite) {
    return Names.hex(suite.hash(write()));
  }

  /** Whether nobody but the operator has a part in the seed (sections 2, 12). */
  public boolean operatorAlone() {
    return sources.isEmpty() && parties.stream().allMatch(p -> p.role().equals(Party.OPERATOR));
  }

  /** Whether a supervising party keeps the chain secret. */
  public boolean supervised() {
    return parties.stream().anyMatch(p -> p.role().equals(Party.SUPERVISOR));
  }

  /** The canonical bytes of the document. */
  public byte[] write() {
    return Jcs.write(json());
  }

  /** The document. */
  public Json json() {
    Json.Builder out =
        Json.object()
            .put("v", VERSION)
            .put("suite", suite)
            .put("draw", draw)
            .put("task", task)
            .put("chain", Json.object().put("length", chain.length).put("head", chain.head).build())
            .put("parties", parties.stream().map(Party::json).toList())
            .put("public", sources.stream().map(PublicSource::json).toList())
            .put("revealBy", revealBy.toString())
            .put("openBy", openBy.toString())
            .put("previous", previous);
    Json.Builder rules = Json.object().put("id", profile.id).put("version", profile.version);
    out.put("profile", rules.put("hash", profile.hash).build());
    subject.writeTo(out);
    return out.build();
  }

  /**
   * Reads a document.
   *
   * @throws Refusal if a member is missing, unknown, of the wrong kind or misspelt; the path is
   *     named
   */
  public static Commitment read(Node node) {
    String version = node.get("v").text();
    if (!version.equals(VERSION)) {
      throw Refusal.of("commitment.version", version, VERSION);
    }
    return new Commitment(
        node.get("suite").text(Names.CODE),
        node.get("draw").text(Names.CODE),
        node.get("task").text(Names.TEXT),
        profile(node.get("profile").only("id", "version", "hash")),
        Subject.read(node),
        chain(node.get("chain").only("length", "head")),
        node.get("parties").items().stream().map(Party::read).toList(),
        node.get("public").items().stream().map(PublicSource::read).toList(),
        time(node.get("revealBy")),
        time(node.get("openBy")),
        node.get("previous").text(Names.HEX32_OR_NONE));
  }

  /** Reads canonical bytes. */
  public static Commitment parse(byte[] jcs) {
    return read(Node.root(Jcs.parse(jcs)));
  }

  private static Profile profile(Node node) {
    return new Profile(
        node.get("id").text(Names.CODE),
        node.get("version").text(Names.CODE),
        node.get("hash").text(Names.HEX32));
  }

  private static Chain chain(Node node) {
    return new Chain(
        (int) node.get("length").integer(1, Chain.MAX_LENGTH), node.get("head").text(Names.HEX32));
  }

  private static Instant time(Node node) {
    String text = node.text(Names.TIME);
    try {
      Instant time = Instant.parse(text);
      if (time.truncatedTo(ChronoUnit.SECONDS).toString().equals(text)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw Refusal.of("commitment.time", node.path(), text);
    }
    throw Refusal.of("commitment.time", node.path(), text);
  }
}
