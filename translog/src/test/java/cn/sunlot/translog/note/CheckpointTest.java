package cn.sunlot.translog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.BadSignature;
import cn.sunlot.translog.Trees;
import cn.sunlot.translog.merkle.Hash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  private static final String TEXT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
  private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

  private final SignerKey log = Keys.log("example.com/behind-the-sofa", 1);
  private final SignerKey witness = Keys.witness("w.example", 2);
  private final SignerKey second = Keys.witness("v.example", 3);

  @Test
  void the_example_of_the_specification_is_read_and_written() {
    Checkpoint checkpoint = Checkpoint.parse(TEXT);
    assertThat(checkpoint)
        .isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20852163, Hash.parse(1, ROOT)));
    assertThat(checkpoint.text()).isEqualTo(TEXT);
  }

  @Test
  void extension_lines_are_kept_and_the_empty_tree_has_size_0() {
    String text = "o\n0\n" + Hash.EMPTY + "\nmore\nand more\n";
    assertThat(Checkpoint.parse(text).extensions()).containsExactly("more", "and more");
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    assertThat(Checkpoint.parse("o\n" + Long.MAX_VALUE + "\n" + ROOT + "\n").size())
        .isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o\n",
        "o\n1\n",
        "\n1\nROOT\n",
        "o\n\nROOT\n",
        "o\n01\nROOT\n",
        "o\n-1\nROOT\n",
        "o\n+1\nROOT\n",
        "o\n1 \nROOT\n",
        "o\n9223372036854775808\nROOT\n",
        "o\n99999999999999999999\nROOT\n",
        "o\n1\nROOTx\n",
        "o\n1\n\n",
        "o\n1\nROOT\n\n",
        "o\n1\nROOT\nx\n\ny\n",
        "o\n1\nROOT"
      })
  void anything_else_is_refused_with_its_line(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text.replace("ROOT", ROOT)))
        .isInstanceOf(BadNote.class)
        .hasMessageMatching("(?s)line [1-5]: .+");
  }

  @Test
  void a_refusal_names_line_and_value() {
    assertThatThrownBy(() -> Checkpoint.parse("o\n01\n" + ROOT + "\n"))
        .hasMessage("line 2: \"01\" must be \"\" and a whole number without leading zero");
    assertThatThrownBy(() -> Checkpoint.parse("o\n1\nx\n"))
        .hasMessage("line 3: \"x\" is not the base64 of a hash of 32 bytes");
    assertThatThrownBy(() -> Checkpoint.parse("o\n1\n" + ROOT + "\n\n"))
        .hasMessage("line 4: an empty line in a checkpoint");
    assertThatThrownBy(() -> Checkpoint.parse("\n1\n" + ROOT + "\n"))
        .hasMessage("line 1: an empty line in a checkpoint");
    assertThatThrownBy(() -> Checkpoint.parse("o\n1\n")).hasMessageStartingWith("line 3: ");
  }

  @Test
  void what_is_no_checkpoint_cannot_be_made() {
    Hash root = Hash.EMPTY;
    assertThatThrownBy(() -> new Checkpoint("o", -1, root)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Checkpoint("", 0, root)).hasMessageContaining("no checkpoint");
    assertThatThrownBy(() -> new Checkpoint("a\nb", 0, root)).hasMessageContaining("a\nb");
    assertThatThrownBy(() -> new Checkpoint("o", 0, root, List.of("")))
        .hasMessageContaining("no checkpoint");
    Note other = new Note("o\n1\n" + ROOT + "\n", List.of());
    assertThatThrownBy(() -> new SignedCheckpoint(other, new Checkpoint("o", 0, root)))
        .hasMessageContaining("not over this checkpoint");
  }

  @Test
  void a_checkpoint_is_signed_with_both_keys_while_they_are_changed() {
    SignerKey next = Keys.log("example.com/behind-the-sofa", 9);
    SignedCheckpoint signed = SignedCheckpoint.sign(Checkpoint.parse(TEXT), List.of(log, next));
    SignedCheckpoint read = SignedCheckpoint.parse(signed.write());
    assertThat(read).isEqualTo(signed);
    assertThat(read.note().verified(List.of(log.verifier()))).hasSize(1);
    assertThat(read.note().verified(List.of(next.verifier()))).hasSize(1);
  }

  @Test
  void the_cosignature_of_the_specification_has_its_form() {
    Note note =
        Note.parse(
            (TEXT
                    + "\n— witness.example.com/w1"
                    + " jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n")
                .getBytes(UTF_8));
    assertThat(note.signatures().get(0).time()).isEqualTo(Instant.ofEpochSecond(1679315147));
    assertThat(note.signatures().get(0).bytes()).hasSize(72);
  }

  @Test
  void a_cosignature_signs_time_and_checkpoint() {
    SignedCheckpoint signed =
        SignedCheckpoint.sign(Checkpoint.parse(TEXT), List.of(log))
            .cosigned(NINE, List.of(witness));
    NoteSignature line =
        signed.note().verified(List.of(witness.verifier())).get(witness.verifier());
    assertThat(line).isNotNull();
    assertThat(line.time()).isEqualTo(NINE);
    String message = "cosignature/v1\ntime " + NINE.getEpochSecond() + "\n" + TEXT;
    byte[] plain = java.util.Arrays.copyOfRange(line.bytes(), 8, 72);
    VerifierKey same = VerifierKey.of("x", KeyType.ED25519, witness.verifier().publicKey());
    Note asNote = new Note(message, List.of(new NoteSignature("x", same.id(), plain)));
    assertThat(asNote.verified(List.of(same))).hasSize(1);
  }

  @Test
  void a_changed_cosignature_is_refused() {
    SignedCheckpoint signed =
        SignedCheckpoint.sign(Checkpoint.parse(TEXT), List.of(log))
            .cosigned(NINE, List.of(witness));
    byte[] good = signed.note().signatures().get(1).bytes();
    for (int bit : new int[] {7, 7 * 8, 8 * 8, 71 * 8}) {
      byte[] changed = good.clone();
      changed[bit / 8] ^= 1;
      refused(changed);
    }
    refused(java.util.Arrays.copyOf(good, 71));
    refused(java.util.Arrays.copyOf(good, 73));
    refused(java.util.Arrays.copyOf(good, 4));
  }

  private void refused(byte[] signature) {
    VerifierKey key = witness.verifier();
    Note note = new Note(TEXT, List.of(new NoteSignature(key.name(), key.id(), signature)));
    assertThatThrownBy(() -> note.verified(List.of(key))).isInstanceOf(BadSignature.class);
  }

  @Test
  void a_cosignature_without_time_is_none() {
    Note note = Note.sign(TEXT, Instant.EPOCH, List.of(witness));
    assertThatThrownBy(() -> note.verified(List.of(witness.verifier())))
        .isInstanceOf(BadSignature.class);
    Note first = Note.sign(TEXT, Instant.ofEpochSecond(1), List.of(witness));
    assertThat(first.verified(List.of(witness.verifier()))).hasSize(1);
  }

  @Test
  void the_lines_that_a_witness_answers_are_added_if_it_is_known() {
    SignedCheckpoint signed = SignedCheckpoint.sign(Checkpoint.parse(TEXT), List.of(log));
    String lines =
        signed
            .cosigned(NINE, List.of(witness, second))
            .lines(List.of(witness.verifier(), second.verifier()));
    assertThat(lines.lines()).hasSize(2);
    SignedCheckpoint both =
        signed.cosigned(lines.getBytes(UTF_8), List.of(second.verifier(), witness.verifier()));
    assertThat(both.note().signatures()).hasSize(3);
    SignedCheckpoint one = signed.cosigned(lines.getBytes(UTF_8), List.of(witness.verifier()));
    assertThat(one.note().signatures())
        .extracting(NoteSignature::name)
        .containsExactly(log.verifier().name(), "w.example");
    assertThat(signed.cosigned(lines.getBytes(UTF_8), List.of())).isEqualTo(signed);
  }

  @Test
  void wrong_or_unreadable_answers_of_a_witness_are_refused() {
    SignedCheckpoint signed = SignedCheckpoint.sign(Checkpoint.parse(TEXT), List.of(log));
    SignedCheckpoint other =
        SignedCheckpoint.sign(new Checkpoint("o", 1, Trees.leaf(1)), List.of(log));
    String lines = other.cosigned(NINE, List.of(witness)).lines(List.of(witness.verifier()));
    List<VerifierKey> known = List.of(witness.verifier());
    assertThatThrownBy(() -> signed.cosigned(lines.getBytes(UTF_8), known))
        .isInstanceOf(BadSignature.class);
    assertThatThrownBy(() -> signed.cosigned("sorry\n".getBytes(UTF_8), known))
        .isInstanceOf(BadNote.class)
        .hasMessageStartingWith("line 1: \"sorry\"");
    assertThatThrownBy(() -> signed.cosigned(new byte[0], known)).isInstanceOf(BadNote.class);
  }
}
