package cn.sunlot.translog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.Trees;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void the_reference_trees_have_their_roots(int size, String root) {
    List<Hash> leaves = new ArrayList<>();
    Frontier frontier = new Frontier();
    for (String leaf : LEAVES.subList(0, size)) {
      Hash hash = Hash.leaf(HexFormat.of().parseHex(leaf));
      leaves.add(hash);
      assertThat(frontier.append(hash)).isEqualTo(leaves.size() - 1);
    }
    assertThat(frontier.root().hex()).isEqualTo(root);
    assertThat(Subtrees.root(size, Trees.reader(leaves)).hex()).isEqualTo(root);
    assertThat(Trees.mth(leaves).hex()).isEqualTo(root);
  }

  @Test
  void a_hash_reads_the_base64_that_it_writes() {
    Hash hash = Trees.leaf(1);
    assertThat(Hash.parse(1, hash.toString())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThat(Hash.of(hash.bytes())).isEqualTo(hash);
    assertThat(hash).isNotEqualTo(Trees.leaf(2)).isNotEqualTo(hash.toString());
    assertThat(hash.hashCode()).isNotEqualTo(Trees.leaf(2).hashCode());
  }

  @Test
  void a_hash_cannot_be_changed_from_outside() {
    byte[] bytes = Trees.leaf(1).bytes();
    Hash hash = Hash.of(bytes);
    bytes[0]++;
    hash.bytes()[1]++;
    assertThat(hash).isEqualTo(Trees.leaf(1));
  }

  @Test
  void a_hash_has_32_bytes() {
    assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessageContaining("31");
    byte[] two = new byte[64];
    System.arraycopy(Trees.leaf(3).bytes(), 0, two, 32, 32);
    assertThat(Hash.at(two, 32)).isEqualTo(Trees.leaf(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAAA",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=",
        "CsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=",
        " CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=="
      })
  void any_other_spelling_of_a_hash_is_refused_with_line_and_value(String base64) {
    assertThatThrownBy(() -> Hash.parse(7, base64))
        .isInstanceOf(BadNote.class)
        .hasMessageContaining("line 7")
        .hasMessageContaining(base64);
  }
}
