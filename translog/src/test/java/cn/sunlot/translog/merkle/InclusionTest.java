package cn.sunlot.translog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadProof;
import cn.sunlot.translog.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InclusionTest {

  private final List<Hash> leaves = Trees.leaves(71);

  @Test
  void every_leaf_of_every_small_tree_is_proved_as_rfc_6962_says() {
    for (int size = 1; size <= leaves.size(); size++) {
      List<Hash> tree = leaves.subList(0, size);
      for (int i = 0; i < size; i++) {
        List<Hash> path = Inclusion.prove(i, size, Trees.reader(tree));
        assertThat(path).isEqualTo(Trees.path(i, tree));
        Inclusion.verify(path, i, leaves.get(i), size, Trees.mth(tree));
      }
    }
  }

  @Test
  void random_leaves_of_larger_trees_are_proved() {
    Random random = new Random(6962);
    List<Hash> many = Trees.leaves(3000);
    for (int n = 0; n < 40; n++) {
      int size = 1 + random.nextInt(many.size());
      int index = random.nextInt(size);
      List<Hash> tree = many.subList(0, size);
      List<Hash> path = Inclusion.prove(index, size, Trees.reader(many));
      assertThat(path).isEqualTo(Trees.path(index, tree));
      Inclusion.verify(path, index, many.get(index), size, Trees.mth(tree));
    }
  }

  @Test
  void any_change_of_a_proof_is_refused() {
    for (int size = 1; size <= 20; size++) {
      List<Hash> tree = leaves.subList(0, size);
      Hash root = Trees.mth(tree);
      for (int i = 0; i < size; i++) {
        int index = i;
        long n = size;
        List<Hash> path = Inclusion.prove(i, n, Trees.reader(tree));
        Hash leaf = leaves.get(i);
        for (List<Hash> wrong : changed(path)) {
          refused(() -> Inclusion.verify(wrong, index, leaf, n, root));
        }
        refused(() -> Inclusion.verify(path, index, Trees.other(leaf, index), n, root));
        refused(() -> Inclusion.verify(path, index, leaf, n, Trees.other(root, index)));
        for (int j = -1; j <= size; j++) {
          int other = j;
          if (j != i) {
            refused(() -> Inclusion.verify(path, other, leaf, n, root));
          }
        }
      }
    }
  }

  /** Each hash changed, dropped, doubled, exchanged with the next; one more at each end. */
  static List<List<Hash>> changed(List<Hash> proof) {
    List<List<Hash>> all = new ArrayList<>();
    for (int i = 0; i < proof.size(); i++) {
      List<Hash> other = new ArrayList<>(proof);
      other.set(i, Trees.other(proof.get(i), 37 * i));
      all.add(other);
      List<Hash> less = new ArrayList<>(proof);
      less.remove(i);
      all.add(less);
      List<Hash> more = new ArrayList<>(proof);
      more.add(i, proof.get(i));
      all.add(more);
      if (i > 0) {
        List<Hash> swapped = new ArrayList<>(proof);
        swapped.set(i, proof.get(i - 1));
        swapped.set(i - 1, proof.get(i));
        all.add(swapped);
      }
    }
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(Hash.EMPTY);
    all.add(longer);
    List<Hash> before = new ArrayList<>(proof);
    before.add(0, Hash.EMPTY);
    all.add(before);
    return all;
  }

  private static void refused(Runnable check) {
    assertThatThrownBy(check::run).isInstanceOf(BadProof.class);
  }

  @Test
  void a_refusal_says_what_is_wrong() {
    List<Hash> tree = leaves.subList(0, 6);
    Hash root = Trees.mth(tree);
    List<Hash> path = Trees.path(2, tree);
    Hash leaf = leaves.get(2);
    assertThatThrownBy(() -> Inclusion.verify(path.subList(0, 2), 2, leaf, 6, root))
        .hasMessage("the inclusion proof of entry 2 in a tree of size 6 is too short: 2 hashes");
    List<Hash> more = new ArrayList<>(path);
    more.add(root);
    assertThatThrownBy(() -> Inclusion.verify(more, 2, leaf, 6, root))
        .hasMessage("the inclusion proof of entry 2 in a tree of size 6 is too long: 4 hashes");
    assertThatThrownBy(() -> Inclusion.verify(path, 6, leaf, 6, root))
        .hasMessage("there is no entry 6 in a tree of size 6");
    assertThatThrownBy(() -> Inclusion.verify(path, 2, leaf, 6, leaf))
        .hasMessageContaining("leads to the root " + root)
        .hasMessageContaining(leaf.toString());
  }

  @Test
  void what_is_not_in_the_tree_cannot_be_proved() {
    HashReader reader = Trees.reader(leaves);
    assertThatThrownBy(() -> Inclusion.prove(3, 3, reader)).hasMessageContaining("no leaf 3");
    assertThatThrownBy(() -> Inclusion.prove(-1, 3, reader)).hasMessageContaining("no leaf -1");
  }

  @Test
  void a_proof_over_a_huge_tree_reads_few_hashes() {
    int[] read = {0};
    List<Hash> path =
        Inclusion.prove(
            1234567,
            (1L << 40) - 1,
            (level, index) -> {
              read[0]++;
              return Trees.leaf(level);
            });
    assertThat(path).hasSize(40);
    assertThat(read[0]).isLessThan(80);
  }
}
