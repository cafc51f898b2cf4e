package cn.sunlot.translog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.BadProof;
import cn.sunlot.translog.BadSignature;
import cn.sunlot.translog.Trees;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.Inclusion;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.Keys;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.note.VerifierKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogProofTest {

  private static final String ORIGIN = "sunlot.local/log";
  private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

  private final SignerKey log = Keys.log(ORIGIN, 1);
  private final SignerKey one = Keys.witness("one.example", 2);
  private final SignerKey two = Keys.witness("two.example", 3);
  private final List<Hash> leaves = Trees.leaves(11);

  private LogProof proof(int index, SignerKey... witnesses) {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, leaves.size(), Trees.mth(leaves));
    return new LogProof(
        index,
        Inclusion.prove(index, leaves.size(), Trees.reader(leaves)),
        SignedCheckpoint.sign(checkpoint, List.of(log)).cosigned(NINE, List.of(witnesses)));
  }

  private static Policy policy(int quorum, SignerKey log, SignerKey... witnesses) {
    return new Policy(
        List.of(log.verifier()),
        List.of(witnesses).stream().map(SignerKey::verifier).toList(),
        quorum);
  }

  private static LogProof read(String file) {
    return LogProof.parse(file.getBytes(UTF_8));
  }

  @Test
  void every_entry_is_proved_offline() {
    for (int i = 0; i < leaves.size(); i++) {
      LogProof proof = proof(i, one);
      LogProof read = LogProof.parse(proof.write());
      assertThat(read).isEqualTo(proof);
      assertThat(read.verify(leaves.get(i), policy(1, log, one, two)))
          .containsOnlyKeys(one.verifier());
      for (int j = 0; j < leaves.size(); j++) {
        Hash other = leaves.get(j);
        if (j != i) {
          assertThatThrownBy(() -> read.verify(other, policy(0, log))).isInstanceOf(BadProof.class);
        }
      }
    }
  }

  @Test
  void the_file_has_the_lines_of_the_specification() {
    List<String> lines = new String(proof(3).write(), UTF_8).lines().toList();
    assertThat(lines.subList(0, 2)).containsExactly("c2sp.org/tlog-proof@v1", "index 3");
    assertThat(lines.subList(2, 6)).allSatisfy(line -> assertThat(line).hasSize(44));
    assertThat(lines.subList(6, 9)).containsExactly("", ORIGIN, "11");
    LogProof single =
        new LogProof(
            0,
            List.of(),
            SignedCheckpoint.sign(new Checkpoint(ORIGIN, 1, leaves.get(0)), List.of(log)));
    assertThat(new String(single.write(), UTF_8))
        .startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\n" + ORIGIN + "\n1\n");
    single.verify(leaves.get(0), policy(0, log));
  }

  @Test
  void extra_data_is_kept() {
    LogProof proof = proof(3);
    for (String extra : List.of("AAAA", "AAA=", "AA==", "ab+/")) {
      LogProof with = new LogProof(extra, 3, proof.path(), proof.checkpoint());
      assertThat(new String(with.write(), UTF_8))
          .startsWith("c2sp.org/tlog-proof@v1\nextra " + extra + "\nindex 3\n");
      assertThat(LogProof.parse(with.write())).isEqualTo(with);
    }
    assertThatThrownBy(() -> new LogProof(-1, proof.path(), proof.checkpoint()))
        .hasMessageContaining("-1");
  }

  @Test
  void what_is_not_written_as_a_proof_is_refused_with_its_line() {
    String file = new String(proof(3).write(), UTF_8);
    refused("", "line 1: a line is missing here");
    refused(file.replace("@v1", "@v2"), "line 1: must be \"c2sp.org/tlog-proof@v1\"");
    refused(file.replace("index 3", "index 03"), "line 2: \"index 03\" must be \"index \"");
    refused(file.replace("index 3", "index -3"), "line 2: ");
    refused(file.replace("index 3\n", ""), "line 2: ");
    refused(file.replace("index 3", "extra \nindex 3"), "line 2: \"\" is not base64");
    refused(file.replace("index 3", "extra AAA\nindex 3"), "line 2: \"AAA\" is not base64");
    refused(file.replace("index 3", "extra A A\nindex 3"), "line 2: ");
    refused(file.replace("index 3\n", "index 3\nx\n"), "line 3: \"x\" is not the base64");
    refused("c2sp.org/tlog-proof@v1\nindex 3\n", "line 3: a line is missing here");
    refused(file.substring(0, file.length() - 1), "line 12: the last line does not end in LF");
    String hash = leaves.get(0) + "\n";
    refused(file.replace("index 3\n", "index 3\n" + hash.repeat(60)), "line 66: more than 63");
    assertThat(read(file.replace("index 3\n", "index 3\n" + hash.repeat(59))).path()).hasSize(63);
  }

  private static void refused(String file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(BadNote.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void a_checkpoint_must_be_signed_by_a_known_key_of_the_log() {
    LogProof proof = proof(3);
    Hash leaf = leaves.get(3);
    SignerKey stranger = Keys.log(ORIGIN, 77);
    assertThatThrownBy(() -> proof.verify(leaf, policy(0, stranger)))
        .isInstanceOf(BadSignature.class)
        .hasMessageStartingWith("not signed by the log: no signature of [" + ORIGIN);
    assertThatThrownBy(() -> proof.verify(leaf, policy(0, Keys.log("other.example", 1))))
        .isInstanceOf(BadSignature.class)
        .hasMessage(
            "this is a checkpoint of the log \"sunlot.local/log\", expected is \"other.example\"");
    Policy both = Policy.of(List.of(stranger.verifier(), log.verifier()));
    assertThat(proof.verify(leaf, both)).isEmpty();
    assertThat(both.origin()).isEqualTo(ORIGIN);
  }

  @Test
  void as_many_witnesses_as_the_policy_says_must_have_cosigned() {
    Hash leaf = leaves.get(3);
    assertThat(proof(3, one, two).verify(leaf, policy(2, log, one, two))).hasSize(2);
    assertThat(proof(3).verify(leaf, policy(0, log, one, two))).isEmpty();
    assertThatThrownBy(() -> proof(3, one).verify(leaf, policy(2, log, one, two)))
        .isInstanceOf(BadSignature.class)
        .hasMessage("1 of 2 known witnesses have cosigned, 2 are demanded");
  }

  @Test
  void a_policy_makes_sense() {
    List<VerifierKey> keys = List.of(log.verifier());
    List<VerifierKey> witnesses = List.of(one.verifier());
    assertThatThrownBy(() -> Policy.of(List.of())).isInstanceOf(BadNote.class);
    assertThatThrownBy(() -> Policy.of(List.of(log.verifier(), Keys.log("x", 1).verifier())))
        .hasMessageStartingWith("the keys of one log must have one name");
    assertThatThrownBy(() -> new Policy(keys, keys, 1))
        .hasMessageStartingWith("a witness needs a key for cosignatures");
    assertThatThrownBy(() -> new Policy(keys, witnesses, 2))
        .hasMessage("2 of 1 witnesses cannot be demanded");
    assertThatThrownBy(() -> new Policy(keys, witnesses, -1))
        .hasMessage("-1 of 1 witnesses cannot be demanded");
  }
}
