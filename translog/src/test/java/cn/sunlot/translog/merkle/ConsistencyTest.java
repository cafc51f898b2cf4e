package cn.sunlot.translog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadProof;
import cn.sunlot.translog.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

  private final List<Hash> leaves = Trees.leaves(71);

  private static Hash root(List<Hash> leaves, int size) {
    return Trees.mth(leaves.subList(0, size));
  }

  @Test
  void every_pair_of_small_trees_is_proved_as_rfc_6962_says() {
    for (int size = 0; size <= leaves.size(); size++) {
      List<Hash> tree = leaves.subList(0, size);
      Hash root = Trees.mth(tree);
      for (int old = 0; old <= size; old++) {
        List<Hash> proof = Consistency.prove(old, size, Trees.reader(tree));
        assertThat(proof).as("%s to %s", old, size).isEqualTo(Trees.proof(old, tree));
        Consistency.verify(proof, old, root(leaves, old), size, root);
      }
    }
  }

  @Test
  void random_pairs_of_larger_trees_are_proved() {
    Random random = new Random(9162);
    List<Hash> many = Trees.leaves(3000);
    for (int n = 0; n < 40; n++) {
      int size = 1 + random.nextInt(many.size());
      int old = 1 + random.nextInt(size);
      List<Hash> proof = Consistency.prove(old, size, Trees.reader(many));
      assertThat(proof).isEqualTo(Trees.proof(old, many.subList(0, size)));
      Consistency.verify(proof, old, root(many, old), size, root(many, size));
    }
  }

  @Test
  void any_change_of_a_proof_is_refused() {
    for (int n = 1; n <= 18; n++) {
      int size = n;
      Hash root = root(leaves, size);
      for (int m = 0; m <= size; m++) {
        int old = m;
        Hash before = root(leaves, old);
        List<Hash> proof = Consistency.prove(old, size, Trees.reader(leaves));
        for (List<Hash> wrong : InclusionTest.changed(proof)) {
          refused(() -> Consistency.verify(wrong, old, before, size, root));
        }
        refused(() -> Consistency.verify(proof, old, Trees.other(before, old), size, root));
        if (old > 0) {
          refused(() -> Consistency.verify(proof, old, before, size, Trees.other(root, old)));
        }
      }
    }
  }

  @Test
  void a_log_that_changed_an_old_entry_cannot_show_that_it_only_grew() {
    List<Hash> forged = new ArrayList<>(leaves);
    forged.set(3, Hash.EMPTY);
    for (int m = 4; m < 30; m++) {
      int old = m;
      List<Hash> proof = Consistency.prove(old, 40, Trees.reader(forged));
      assertThatThrownBy(
              () -> Consistency.verify(proof, old, root(leaves, old), 40, root(forged, 40)))
          .isInstanceOf(BadProof.class)
          .hasMessageContaining("two histories");
    }
  }

  private static void refused(Runnable check) {
    assertThatThrownBy(check::run).isInstanceOf(BadProof.class);
  }

  @Test
  void a_refusal_says_what_is_wrong() {
    Hash three = root(leaves, 3);
    Hash seven = root(leaves, 7);
    List<Hash> proof = Consistency.prove(3, 7, Trees.reader(leaves));
    assertThatThrownBy(() -> Consistency.verify(proof, 7, seven, 3, three))
        .hasMessage("a tree of size 3 cannot continue one of size 7");
    assertThatThrownBy(() -> Consistency.verify(proof, -1, seven, 3, three))
        .hasMessageContaining("size -1");
    assertThatThrownBy(() -> Consistency.verify(List.of(), 3, three, 7, seven))
        .hasMessage("the consistency proof from size 3 to 7 is too short: 0 hashes");
    assertThatThrownBy(() -> Consistency.verify(proof.subList(0, 2), 3, three, 7, seven))
        .hasMessage("the consistency proof from size 3 to 7 is too short: 2 hashes");
    assertThatThrownBy(() -> Consistency.verify(proof, 7, seven, 7, seven))
        .hasMessage("the consistency proof from size 7 to 7 is too long: 4 hashes");
    assertThatThrownBy(() -> Consistency.verify(List.of(), 7, three, 7, seven))
        .hasMessageContaining(three.toString())
        .hasMessageContaining(seven.toString());
    assertThatThrownBy(() -> Consistency.verify(List.of(), 0, three, 7, seven))
        .hasMessageContaining(Hash.EMPTY.toString());
    HashReader reader = Trees.reader(leaves);
    assertThatThrownBy(() -> Consistency.prove(8, 7, reader)).hasMessageContaining("none of 8");
    assertThatThrownBy(() -> Consistency.prove(-1, 7, reader)).hasMessageContaining("none of -1");
  }
}
