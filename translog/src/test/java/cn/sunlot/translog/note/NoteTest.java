package cn.sunlot.translog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.BadSignature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String SIGNED =
      TEXT
          + "\n— PeterNeumann"
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  private static final VerifierKey NEUMANN =
      VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  private static final SignerKey ONE = Keys.log("one.example", 1);
  private static final SignerKey TWO = Keys.log("two.example", 2);

  private static Note parse(String note) {
    return Note.parse(note.getBytes(UTF_8));
  }

  @Test
  void the_reference_note_verifies() {
    Note note = parse(SIGNED);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verified(List.of(NEUMANN))).containsOnlyKeys(NEUMANN);
    assertThat(note).hasToString(SIGNED);
    SignerKey signer =
        SignerKey.parse(
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    assertThat(Note.sign(TEXT, Instant.EPOCH, List.of(signer))).isEqualTo(note);
  }

  @Test
  void the_example_of_the_specification_verifies() {
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    Note note =
        parse(
            "This is an example message.\n\n— example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
    assertThat(note.verified(List.of(key))).containsOnlyKeys(key);
  }

  @Test
  void a_changed_text_or_signature_is_refused() {
    assertThatThrownBy(() -> parse(SIGNED.replace("answer", "Answer")).verified(List.of(NEUMANN)))
        .isInstanceOf(BadSignature.class)
        .hasMessage("the signature of key PeterNeumann+c74f20a3 does not hold");
    assertThatThrownBy(() -> parse(SIGNED.replace("/ZJ", "/YJ")).verified(List.of(NEUMANN)))
        .isInstanceOf(BadSignature.class);
    byte[] garbage = new byte[4 + 64];
    java.util.Arrays.fill(garbage, (byte) 0xff);
    System.arraycopy(new byte[] {(byte) 0xc7, 0x4f, 0x20, (byte) 0xa3}, 0, garbage, 0, 4);
    String line = "\n— PeterNeumann " + Base64.getEncoder().encodeToString(garbage) + "\n";
    assertThatThrownBy(() -> parse(TEXT + line).verified(List.of(NEUMANN)))
        .isInstanceOf(BadSignature.class);
  }

  @Test
  void signatures_of_several_known_keys_are_verified_and_others_passed_over() {
    Note note = Note.sign(TEXT, Instant.EPOCH, List.of(ONE, TWO, Keys.witness("w.example", 3)));
    assertThat(note.verified(List.of(TWO.verifier(), ONE.verifier())).keySet())
        .containsExactly(ONE.verifier(), TWO.verifier());
    assertThat(note.verified(List.of(TWO.verifier()))).containsOnlyKeys(TWO.verifier());
    assertThat(note.verified(List.of(NEUMANN))).isEmpty();
    assertThat(note.verified(List.of())).isEmpty();
  }

  @Test
  void a_signature_is_only_known_by_name_and_id_together() {
    Note note = Note.sign(TEXT, Instant.EPOCH, List.of(ONE));
    byte[] key = ONE.verifier().publicKey();
    VerifierKey otherName = VerifierKey.of("other.example", KeyType.ED25519, key);
    VerifierKey otherId = VerifierKey.of("one.example", KeyType.COSIGNATURE, key);
    assertThat(note.verified(List.of(otherName, otherId))).isEmpty();
  }

  @Test
  void a_repeated_signature_counts_once_and_a_wrong_repetition_is_refused() {
    Note once = Note.sign(TEXT, Instant.EPOCH, List.of(ONE));
    NoteSignature good = once.signatures().get(0);
    Note twice = new Note(TEXT, List.of(good, good));
    assertThat(parse(twice.toString()).verified(List.of(ONE.verifier()))).hasSize(1);
    NoteSignature wrong = Note.sign("other\n", Instant.EPOCH, List.of(ONE)).signatures().get(0);
    Note mixed = new Note(TEXT, List.of(good, wrong));
    assertThatThrownBy(() -> mixed.verified(List.of(ONE.verifier())))
        .isInstanceOf(BadSignature.class);
  }

  @Test
  void a_witness_that_signed_twice_counts_as_of_its_first_line() {
    SignerKey witness = Keys.witness("w.example", 3);
    List<NoteSignature> both = new ArrayList<>();
    for (long second : new long[] {7, 8}) {
      both.addAll(Note.sign(TEXT, Instant.ofEpochSecond(second), List.of(witness)).signatures());
    }
    assertThat(new Note(TEXT, both).verified(List.of(witness.verifier())).values())
        .singleElement()
        .satisfies(s -> assertThat(s.time()).isEqualTo(Instant.ofEpochSecond(7)));
  }

  @Test
  void a_further_signature_of_the_same_key_takes_the_place_of_the_older() {
    SignerKey witness = Keys.witness("w.example", 3);
    Note note = Note.sign(TEXT, Instant.ofEpochSecond(7), List.of(ONE, witness));
    Note later = note.signed(Instant.ofEpochSecond(8), List.of(witness, TWO));
    assertThat(later.signatures())
        .extracting(NoteSignature::name)
        .containsExactly("one.example", "w.example", "two.example");
    assertThat(later.signatures().get(1).time()).isEqualTo(Instant.ofEpochSecond(8));
    assertThat(later.signatures().get(0)).isEqualTo(note.signatures().get(0));
  }

  @Test
  void the_text_is_what_stands_before_the_last_empty_line() {
    Note note = Note.sign("a\n\nb\n\n", Instant.EPOCH, List.of(ONE));
    Note read = parse(note.toString());
    assertThat(read.text()).isEqualTo("a\n\nb\n\n");
    assertThat(read.verified(List.of(ONE.verifier()))).hasSize(1);
  }

  @Test
  void signatures_are_compared_by_all_that_they_say() {
    NoteSignature signature = parse(SIGNED).signatures().get(0);
    assertThat(signature)
        .isEqualTo(parse(SIGNED).signatures().get(0))
        .hasSameHashCodeAs(parse(SIGNED).signatures().get(0))
        .isNotEqualTo(new NoteSignature("x", signature.id(), signature.bytes()))
        .isNotEqualTo(new NoteSignature(signature.name(), 1, signature.bytes()))
        .isNotEqualTo(new NoteSignature(signature.name(), signature.id(), new byte[64]))
        .isNotEqualTo(SIGNED);
    signature.bytes()[0]++;
    assertThat(signature).isEqualTo(parse(SIGNED).signatures().get(0));
    assertThat(signature.hashCode())
        .isNotEqualTo(new NoteSignature("x", 1, new byte[64]).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "— PeterNeumann",
        "— PeterNeumann ",
        "— PeterNeumann  x08go/Y=",
        "- PeterNeumann x08go/Y=",
        "—PeterNeumann x08go/Y=",
        "—  x08go/Y=",
        "— Peter+Neumann x08go/Y=",
        "— Peter\u2003Neumann x08go/Y=",
        "— PeterNeumann x08go/Y",
        "— PeterNeumann x08go/Z=",
        "— PeterNeumann x08go_Y=",
        "— PeterNeumann x08gow==",
        "— PeterNeumann x08g",
        "— PeterNeumann x08go/Y= ",
        "x"
      })
  void what_is_not_written_as_a_signature_line_is_refused_with_line_and_value(String line) {
    assertThatThrownBy(() -> parse(SIGNED + line + "\n"))
        .isInstanceOf(BadNote.class)
        .hasMessageStartingWith("line 5: \"" + line + "\" is not a signature line");
  }

  @Test
  void what_is_not_written_as_a_note_is_refused() {
    refused(TEXT, "there is no empty line with signatures after it");
    refused("", "there is no empty line with signatures after it");
    refused(TEXT + "\n", "line 1: a line is missing here");
    refused(SIGNED.substring(0, SIGNED.length() - 1), "line 1: the last line does not end in LF");
    refused("a\r\n\n" + SIGNED, "line 1: a control character");
    refused(SIGNED + "\t", "line 5: a control character");
    refused("a\nb\u0000\n" + SIGNED, "line 2: a control character");
    assertThatThrownBy(() -> Note.parse(new byte[] {'a', (byte) 0xff, '\n'}))
        .isInstanceOf(BadNote.class)
        .hasMessage("not valid UTF-8");
    assertThatThrownBy(() -> new Note("a", List.of())).hasMessageContaining("ends in LF");
    assertThatThrownBy(() -> new Note("a\rb\n", List.of())).hasMessageContaining("control");
    assertThat(parse("\n\n" + SIGNED.substring(TEXT.length() + 1)).text()).isEqualTo("\n");
  }

  private static void refused(String note, String message) {
    assertThatThrownBy(() -> parse(note)).isInstanceOf(BadNote.class).hasMessage(message);
  }

  @Test
  void a_note_has_at_most_100_signatures_and_a_million_bytes() {
    String line = "— k AAAAAAA=\n";
    assertThat(parse("a\n\n" + line.repeat(100)).signatures()).hasSize(100);
    refused("a\n\n" + line.repeat(101), "more than 100 signatures");
    String whole = "a".repeat(1_000_000 - 2 - line.getBytes(UTF_8).length) + "\n\n" + line;
    assertThat(parse(whole).signatures()).as("a million bytes").hasSize(1);
    assertThatThrownBy(() -> parse("a" + whole))
        .isInstanceOf(BadNote.class)
        .hasMessageContaining("more than 1000000");
  }
}
