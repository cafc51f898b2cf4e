package cn.sunlot.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Refusal;
import java.util.List;

/**
 * The seed of a draw and of its substitute rounds (section 6): everything that was committed and
 * revealed, as one text, extracted with the chain value that is opened last.
 */
public final class Seed {

  private final Suite suite;
  private final String ikm;

  private Seed(Suite suite, String ikm) {
    this.suite = suite;
    this.ikm = ikm;
  }

  /**
   * The seed of a draw.
   *
   * @param nonces one per party, in the order of the commitment document
   * @param values one per public source, in the order of the commitment document
   * @throws Refusal if a nonce or a value is missing, too many, in another order or malformed
   */
  public static Seed of(
      Suite suite, Commitment commitment, List<Nonce> nonces, List<String> values) {
    StringBuilder ikm = new StringBuilder("sunlot/draw/v1\n");
    ikm.append("commitment ").append(commitment.hash(suite)).append('\n');
    List<String> parties = commitment.parties().stream().map(Party::party).toList();
    List<String> revealed = nonces.stream().map(Nonce::party).toList();
    if (!parties.equals(revealed)) {
      throw Refusal.of("seed.nonces", String.join(", ", parties), String.join(", ", revealed));
    }
    for (Nonce nonce : nonces) {
      ikm.append("reveal ").append(nonce.party()).append(' ').append(nonce.hex()).append('\n');
    }
    append(ikm, commitment.sources(), values);
    return new Seed(suite, ikm.toString());
  }

  /** The IKM of round 0, text. */
  public String ikm() {
    return ikm;
  }

  /**
   * The IKM of a substitute round, text.
   *
   * @param r 1 or more
   * @param input the round's input document
   * @param sources the public sources that the input declares
   * @param values one per source, in that order
   */
  public String ikm(int r, Json input, List<PublicSource> sources, List<String> values) {
    StringBuilder text = new StringBuilder(ikm);
    text.append("round ").append(r).append(' ');
    text.append(Names.hex(suite.hash(Jcs.write(input)))).append('\n');
    append(text, sources, values);
    return text.toString();
  }

  /** {@code PRK_r = MAC(key = C_r, IKM_r)}, 32 bytes. */
  public byte[] prk(byte[] chainValue, String ikmOfRound) {
    return suite.mac(chainValue, ikmOfRound.getBytes(UTF_8));
  }

  /** The tickets of round 0. */
  public Tickets tickets(byte[] c0) {
    return suite.tickets(prk(c0, ikm));
  }

  /** The tickets of a substitute round; arguments as in {@link #ikm(int, Json, List, List)}. */
  public Tickets tickets(
      byte[] chainValue, int r, Json input, List<PublicSource> sources, List<String> values) {
    return suite.tickets(prk(chainValue, ikm(r, input, sources, values)));
  }

  private static void append(StringBuilder ikm, List<PublicSource> sources, List<String> values) {
    if (sources.size() != values.size()) {
      throw Refusal.of("seed.values", sources.size(), values.size());
    }
    for (int i = 0; i < values.size(); i++) {
      String value = Names.require(Names.VALUE, "public value", values.get(i));
      PublicSource source = sources.get(i);
      ikm.append("public ").append(source.kind()).append(' ').append(source.id());
      ikm.append(' ').append(value).append('\n');
    }
  }
}
