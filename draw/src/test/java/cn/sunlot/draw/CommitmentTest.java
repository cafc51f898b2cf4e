package cn.sunlot.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitmentTest {

  private static final String H = "0123456789abcdef".repeat(4);

  /** The example of section 5, with hashes filled in. */
  private static final String EXAMPLE =
      """
      {"v":"sunlot/draw/v1","suite":"sha256","draw":"D-2026-0007","purpose":"targets","task":"T-2026-0012",
       "profile":{"id":"taizhou","version":"2019-09-29","hash":"H"},
       "pool":{"size":2112,"snapshot":"H"},
       "frame":{"size":2100,"root":"H"},
       "excluded":{"size":12,"root":"H","reasons":{"annual-cap":9,"exempt":3}},
       "strata":{"A":{"size":1800,"rate_bp":100,"quota":18},"D":{"size":300,"count":300,"quota":300}},
       "chain":{"length":4096,"head":"H"},
       "parties":[{"party":"operator","role":"operator","commitment":"H"},
        {"party":"w1","role":"enterprise-representative","commitment":"H"}],
       "public":[{"kind":"dice","id":"39 decimal digits, thrown in the room"}],
       "revealBy":"2026-11-20T09:30:00Z","openBy":"2026-11-20T10:30:00Z","previous":""}"""
          .replace("\"H\"", "\"" + H + "\"");

  private static Commitment read(String json) {
    return Commitment.read(Node.root(Jcs.parseLoose(json.getBytes(UTF_8))));
  }

  @Test
  void the_example_of_section_5_is_read_and_written_back() {
    Commitment commitment = read(EXAMPLE);
    byte[] canonical = Jcs.write(Jcs.parseLoose(EXAMPLE.getBytes(UTF_8)));
    assertThat(commitment.write()).isEqualTo(canonical);
    assertThat(Commitment.parse(canonical)).isEqualTo(commitment);
    assertThat(commitment.hash(Suite.SHA256)).isEqualTo(Names.hex(Suite.SHA256.hash(canonical)));
    assertThat(commitment.operatorAlone()).isFalse();
    assertThat(commitment.supervised()).isFalse();
    Subject.Targets targets = (Subject.Targets) commitment.subject();
    assertThat(targets.strata().get("A"))
        .isEqualTo(new Subject.Stratum(1800, new Quota.Rate(100), 18));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`draw/v1`|`draw/v2`|`version \"sunlot/draw/v2\" is not known`",
        "`\"purpose\":\"targets\"`|`\"purpose\":\"fun\"`|`purpose \"fun\"`",
        "`\"purpose\":\"targets\"`|`\"purpose\":\"inspectors\"`|`unknown members excluded, frame, pool, strata`",
        "`\"quota\":18`|`\"quota\":18,\"x\":1`|`$.strata.A: has unknown members x`",
        "`\"rate_bp\":100,`|`\"rate_bp\":100,\"count\":1,`|`exactly one of rate_bp and count`",
        "`\"rate_bp\":100,`|``|`exactly one of rate_bp and count`",
        "`\"rate_bp\":100,`|`\"rate_bp\":0,`|`0 is not between 1 and 10000`",
        "`\"rate_bp\":100,`|`\"rate_bp\":10001,`|`10001 is not between 1 and 10000`",
        "`\"count\":300`|`\"count\":-1`|`-1 is not between 0`",
        "`{\"A\":`|`{\"A B\":`|`stratum \"A B\" does not fit`",
        "`\"exempt\":3`|`\"ex empt\":3`|`reason \"ex empt\" does not fit`",
        "`09:30:00Z`|`25:30:00Z`|`is not a valid UTC time`",
        "`11-20T09:30`|`02-30T09:30`|`is not a valid UTC time`",
        "`09:30:00Z`|`24:00:00Z`|`is not a valid UTC time`",
        "`09:30:00Z`|`09:30:00.5Z`|`$.revealBy`",
        "`4096`|`0`|`0 is not between 1 and`",
        "`\"party\":\"w1\"`|`\"party\":\"operator\"`|`a party stands there twice`",
        "`\"party\":\"w1\"`|`\"party\":\"W1\"`|`\"W1\" does not fit`",
        "`\"kind\":\"dice\"`|`\"kind\":\"d ice\"`|`$.public[0].kind`",
        "`39 decimal`|`39\\u0000decimal`|`$.public[0].id`",
        "`\"previous\":\"\"`|`\"previous\":\"abc\"`|`$.previous`",
        "`\"version\":\"2019-09-29\",`|``|`member \"version\" is missing`",
      })
  void a_document_that_breaks_section_5_is_refused_with_its_path(
      String part, String other, String message) {
    assertThatThrownBy(() -> read(EXAMPLE.replace(part, other)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_chain_longer_than_a_verifier_walks_is_refused() {
    assertThat(new Commitment.Chain(1 << 24, H).length()).isEqualTo(1 << 24);
    assertThatThrownBy(() -> new Commitment.Chain((1 << 24) + 1, H)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Commitment.Chain(0, H)).isInstanceOf(Refusal.class);
  }

  @Test
  void a_draw_of_the_operator_alone_is_known_as_such() {
    String alone =
        EXAMPLE.replace("enterprise-representative", "operator").replaceAll("\\{\"kind[^}]*}", "");
    assertThat(read(alone).operatorAlone()).isTrue();
    String dice = EXAMPLE.replace("enterprise-representative", "operator");
    assertThat(read(dice).operatorAlone()).isFalse();
    assertThat(read(EXAMPLE.replace("enterprise-representative", "supervisor")).supervised())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1800,100,18",
    "1801,100,19",
    "1799,100,18",
    "1,1,1",
    "0,10000,0",
    "10,10000,10",
    "9999,1,1",
    "10001,1,2",
    "50000000,9999,49995000"
  })
  void a_rate_is_rounded_up(int members, int rate, int quota) {
    assertThat(new Quota.Rate(rate).of(members)).isEqualTo(quota);
  }

  @Test
  void a_count_is_what_it_says_or_all() {
    assertThat(new Quota.Count(5).of(9)).isEqualTo(5);
    assertThat(new Quota.Count(5).of(3)).isEqualTo(3);
    assertThat(new Quota.Count(0).of(3)).isZero();
    assertThatThrownBy(() -> new Quota.Count(-1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Quota.Rate(0)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Quota.Rate(10_001)).isInstanceOf(Refusal.class);
    assertThat(new Quota.Rate(10_000).of(7)).isEqualTo(7);
  }

  @Test
  void a_nonce_opens_only_its_own_commitment_in_its_own_draw() {
    Nonce nonce = Nonce.random("w1", new SecureRandom());
    Party party = new Party("w1", "witness", nonce.commitment(Suite.SHA256, "D-1"));
    assertThat(nonce.opens(party, Suite.SHA256, "D-1")).isTrue();
    assertThat(nonce.opens(party, Suite.SHA256, "D-2")).isFalse();
    assertThat(new Nonce("w2", nonce.hex()).opens(party, Suite.SHA256, "D-1")).isFalse();
    assertThat(Nonce.random("w1", new SecureRandom()).opens(party, Suite.SHA256, "D-1")).isFalse();
    Party renamed = new Party("w2", "witness", party.commitment());
    assertThat(nonce.opens(renamed, Suite.SHA256, "D-1")).isFalse();
  }

  @Test
  void a_receipt_matches_the_published_commitment_that_the_party_joined_and_no_other() {
    Nonce nonce = new Nonce("w1", H);
    String own = nonce.commitment(Suite.SHA256, "D-2026-0007");
    String published =
        EXAMPLE.replaceFirst("(representative\",\"commitment\":\")[0-9a-f]{64}", "$1" + own);
    Commitment commitment = read(published);
    Receipt receipt = new Receipt("D-2026-0007", commitment.hash(Suite.SHA256), own, nonce);
    assertThat(Receipt.parse(receipt.write())).isEqualTo(receipt);
    assertThat(receipt.matches(commitment, Suite.SHA256)).isTrue();
    assertThat(receipt.matches(read(EXAMPLE), Suite.SHA256)).isFalse();
    Commitment later = read(published.replace("T-2026-0012", "T-2026-0013"));
    assertThat(receipt.matches(later, Suite.SHA256)).isFalse();
    Receipt other = new Receipt("D-2", commitment.hash(Suite.SHA256), own, nonce);
    assertThat(other.matches(commitment, Suite.SHA256)).isFalse();
    Receipt lost = new Receipt("D-2026-0007", commitment.hash(Suite.SHA256), H, nonce);
    assertThat(lost.matches(commitment, Suite.SHA256)).isFalse();
  }

  @Test
  void the_chain_opens_from_its_head_backwards() {
    byte[] secret = new byte[32];
    HashChain chain = new HashChain(Suite.SHA256, secret, 5);
    byte[] value = secret;
    for (int r = 4; r >= 0; r--) {
      assertThat(chain.value(r)).isEqualTo(value);
      assertThat(HashChain.holds(Suite.SHA256, chain.head(), r, value)).isTrue();
      assertThat(HashChain.holds(Suite.SHA256, chain.head(), r + 1, value)).isFalse();
      value = Suite.SHA256.hash(value);
    }
    assertThat(chain.head()).isEqualTo(Names.hex(value));
    assertThatThrownBy(() -> chain.value(5)).hasMessageContaining("no chain value for round 5");
    assertThatThrownBy(() -> chain.value(-1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new HashChain(Suite.SHA256, secret, 0)).hasMessageContaining("length");
    assertThatThrownBy(() -> new HashChain(Suite.SHA256, new byte[31], 5))
        .hasMessageContaining("32 secret bytes");
    HashChain fresh = HashChain.random(Suite.SHA256, new SecureRandom());
    assertThat(fresh.length()).isEqualTo(4096);
    assertThat(fresh.head())
        .isNotEqualTo(HashChain.random(Suite.SHA256, new SecureRandom()).head());
    secret[0]++;
    assertThat(chain.value(4)).as("the secret was copied").isEqualTo(new byte[32]);
  }

  @Test
  void a_seed_takes_each_nonce_and_value_once_and_in_order() {
    Commitment c = read(EXAMPLE);
    Nonce operator = new Nonce("operator", H);
    Nonce witness = new Nonce("w1", H);
    Seed seed = Seed.of(Suite.SHA256, c, List.of(operator, witness), List.of("123"));
    assertThat(seed.ikm())
        .isEqualTo(
            "sunlot/draw/v1\ncommitment "
                + c.hash(Suite.SHA256)
                + "\nreveal operator "
                + H
                + "\nreveal w1 "
                + H
                + "\npublic dice 39 decimal digits, thrown in the room 123\n");
    refusedSeed(c, List.of(witness, operator), List.of("123"), "in the same order");
    refusedSeed(c, List.of(operator), List.of("123"), "one each");
    refusedSeed(c, List.of(operator, witness), List.of(), "0 values are given");
    refusedSeed(c, List.of(operator, witness), List.of("1", "2"), "2 values are given");
    refusedSeed(c, List.of(operator, witness), List.of("1 2"), "does not fit");
    refusedSeed(c, List.of(operator, witness), List.of(""), "does not fit");
    refusedSeed(c, List.of(operator, witness), List.of("1\n"), "does not fit");
  }

  private static void refusedSeed(
      Commitment c, List<Nonce> nonces, List<String> values, String why) {
    assertThatThrownBy(() -> Seed.of(Suite.SHA256, c, nonces, values))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  @Test
  void times_in_a_commitment_are_whole_seconds() {
    Commitment c = read(EXAMPLE);
    assertThatThrownBy(
            () ->
                new Commitment(
                    c.suite(),
                    c.draw(),
                    c.task(),
                    c.profile(),
                    c.subject(),
                    c.chain(),
                    c.parties(),
                    c.sources(),
                    Instant.parse("2026-11-20T09:30:00.5Z"),
                    c.openBy(),
                    ""))
        .hasMessageContaining("revealBy");
  }

  @Test
  void an_opening_holds_for_its_own_unit_salt_and_draw_only() {
    Units units = new Units(Suite.SHA256, "D-1", new byte[32]);
    Opening opening = units.open("冷库:1");
    assertThat(opening.holds(Suite.SHA256, "D-1")).isTrue();
    assertThat(opening.holds(Suite.SHA256, "D-2")).isFalse();
    assertThat(new Opening("冷库:2", opening.salt(), opening.token()).holds(Suite.SHA256, "D-1"))
        .isFalse();
    assertThat(units.fork().open("冷库:1")).isEqualTo(opening);
    assertThatThrownBy(() -> new Units(Suite.SHA256, "D-1", new byte[16]))
        .hasMessageContaining("16 bytes, not 32");
    assertThatThrownBy(() -> new Units(Suite.SHA256, "D 1", new byte[32]))
        .hasMessageContaining("drawId");
    assertThat(units.drawId()).isEqualTo("D-1");
    assertThat(units.suite()).isSameAs(Suite.SHA256);
  }

  @Test
  void hex_of_32_bytes_is_lower_case_and_complete() {
    assertThat(Names.bytes32("x", H)).hasSize(32);
    assertThatThrownBy(() -> Names.bytes32("x", H.substring(1))).hasMessageContaining("x \"1234");
    assertThatThrownBy(() -> Names.bytes32("x", "A" + H.substring(1))).isInstanceOf(Refusal.class);
  }
}
