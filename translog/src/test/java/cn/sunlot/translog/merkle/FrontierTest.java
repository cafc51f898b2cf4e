package cn.sunlot.translog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {

  @Test
  void every_size_has_the_root_of_the_tree_and_can_be_gone_on_from() {
    List<Hash> leaves = Trees.leaves(130);
    Frontier frontier = new Frontier();
    for (int size = 0; size < leaves.size(); size++) {
      assertThat(frontier.size()).isEqualTo(size);
      assertThat(frontier.root()).isEqualTo(Trees.mth(leaves.subList(0, size)));
      assertThat(Frontier.read(size, Trees.reader(leaves)).subtrees())
          .isEqualTo(frontier.subtrees());
      Frontier restored = new Frontier(size, frontier.subtrees());
      frontier.append(leaves.get(size));
      assertThat(restored.append(leaves.get(size))).isEqualTo(size);
      assertThat(restored.root()).isEqualTo(frontier.root());
    }
  }

  @Test
  void the_number_of_subtrees_must_fit_the_size() {
    List<Hash> two = Trees.leaves(2);
    assertThat(new Frontier(3, two).subtrees()).hasSize(2);
    assertThatThrownBy(() -> new Frontier(4, two)).hasMessageContaining("size 4");
    assertThatThrownBy(() -> new Frontier(-1, two)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Frontier(Long.MIN_VALUE, Trees.leaves(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
