package cn.sunlot.translog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadNote;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  private static final String NEUMANN =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NEUMANN_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  @Test
  void the_reference_key_is_read_and_written() {
    VerifierKey key = VerifierKey.parse(NEUMANN);
    assertThat(key.name()).isEqualTo("PeterNeumann");
    assertThat(key.id()).isEqualTo(0xc74f20a3);
    assertThat(key.type()).isEqualTo(KeyType.ED25519);
    assertThat(key).hasToString(NEUMANN);
    assertThat(VerifierKey.of(key.name(), key.type(), key.publicKey())).isEqualTo(key);
  }

  @Test
  void the_reference_signer_has_the_reference_public_key() {
    SignerKey key = SignerKey.parse(NEUMANN_SECRET);
    assertThat(key.verifier()).hasToString(NEUMANN);
    assertThat(key.secret()).isEqualTo(NEUMANN_SECRET);
    assertThat(key.toString()).doesNotContain("AYEKFALV").contains(NEUMANN);
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 8032, section 7.1, tests 1 to 3
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
  })
  void a_seed_gives_the_public_key_of_rfc_8032(String seed, String publicKey) {
    KeyPair pair = Ed25519.pair(HexFormat.of().parseHex(seed));
    assertThat(HexFormat.of().formatHex(Ed25519.raw(pair.getPublic()))).isEqualTo(publicKey);
  }

  @Test
  void keys_of_every_type_are_written_and_read() {
    for (SignerKey key : List.of(Keys.log("sunlot.local/log", 1), Keys.witness("w.example", 1))) {
      assertThat(SignerKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
      VerifierKey read = VerifierKey.parse(key.verifier().toString());
      assertThat(read).isEqualTo(key.verifier()).hasSameHashCodeAs(key.verifier());
      assertThat(read.type()).isEqualTo(key.verifier().type());
    }
  }

  @Test
  void the_same_key_for_another_name_or_purpose_is_another_key() {
    byte[] raw = VerifierKey.parse(NEUMANN).publicKey();
    VerifierKey key = VerifierKey.of("a", KeyType.ED25519, raw);
    VerifierKey named = VerifierKey.of("b", KeyType.ED25519, raw);
    VerifierKey witness = VerifierKey.of("a", KeyType.COSIGNATURE, raw);
    assertThat(key).isNotEqualTo(named).isNotEqualTo(witness).isNotEqualTo(key.toString());
    assertThat(key.id()).isNotEqualTo(named.id()).isNotEqualTo(witness.id());
    raw[0]++;
    assertThat(key.publicKey()).isNotEqualTo(raw);
    key.publicKey()[1]++;
    assertThat(key).hasToString(VerifierKey.parse(key.toString()).toString());
  }

  @Test
  void a_key_pair_from_elsewhere_signs() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    SignerKey key = SignerKey.of("log", KeyType.ED25519, pair);
    Note note = Note.sign("text\n", Instant.EPOCH, List.of(key));
    assertThat(note.verified(List.of(key.verifier()))).containsOnlyKeys(key.verifier());
    assertThat(SignerKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    assertThatThrownBy(() -> SignerKey.of("log", KeyType.ED25519, rsa)).hasMessageContaining("RSA");
    KeyPair exchange = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    assertThatThrownBy(() -> SignerKey.of("log", KeyType.ED25519, exchange))
        .hasMessageContaining("no Ed25519 key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter\u0085Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter\u3000Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter\u0001Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter\ud800Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter+Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq_LDE4izWy10TW",
        "PeterNeumann+c74f20a3+",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n"
      })
  void what_is_not_written_as_a_key_is_refused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text))
        .isInstanceOf(BadNote.class)
        .hasMessageContaining("is not a key");
    assertThatThrownBy(() -> SignerKey.parse(text)).isInstanceOf(BadNote.class);
  }

  @Test
  void a_refusal_says_which_part_of_a_key_is_wrong() {
    assertThatThrownBy(() -> VerifierKey.parse(NEUMANN.replace("c74", "c75")))
        .hasMessageStartingWith(
            "the key says that its id is c75f20a3, computed anew it is c74f20a3");
    assertThatThrownBy(() -> VerifierKey.parse(NEUMANN.replace("+ARp", "+Ahp")))
        .hasMessageStartingWith("keys of type 0x02 are not known here");
    byte[] longer = new byte[34];
    longer[0] = 1;
    String text = "log+00000000+" + Base64.getEncoder().encodeToString(longer);
    assertThatThrownBy(() -> VerifierKey.parse(text))
        .hasMessageStartingWith("a key of 33 bytes, there must be 32");
    byte[] none = new byte[32];
    none[0] = 2;
    assertThatThrownBy(() -> VerifierKey.of("log", KeyType.ED25519, none))
        .hasMessageStartingWith("this is no public key of Ed25519");
  }

  @Test
  void a_refusal_never_repeats_a_secret() {
    assertThatThrownBy(() -> SignerKey.parse(NEUMANN_SECRET.replace("c74", "c75")))
        .hasMessage(
            "the key says that its id is c75f20a3, computed anew it is c74f20a3: PRIVATE+KEY+…");
    assertThatThrownBy(() -> SignerKey.parse(NEUMANN_SECRET + "x"))
        .hasMessageContaining("PRIVATE+KEY+…")
        .hasMessageNotContaining("AYEKFALV");
    assertThatThrownBy(() -> SignerKey.parse(NEUMANN)).hasMessageNotContaining("Neumann");
  }

  @Test
  void a_list_of_keys_has_one_a_line_and_none_twice() {
    String other = Keys.witness("w.example", 1).verifier().toString();
    assertThat(VerifierKey.list(NEUMANN + "\n" + other + "\n"))
        .map(VerifierKey::toString)
        .containsExactly(NEUMANN, other);
    assertThat(VerifierKey.list("")).isEmpty();
    assertThatThrownBy(() -> VerifierKey.list(NEUMANN + "\n" + NEUMANN + "\n"))
        .hasMessageStartingWith("line 2: a key of this name and id stands there already");
    assertThatThrownBy(() -> VerifierKey.list(NEUMANN + "\n" + other))
        .hasMessage("line 2: the last line does not end in LF");
    assertThatThrownBy(() -> VerifierKey.list(NEUMANN + "\n\n")).isInstanceOf(BadNote.class);
  }
}
