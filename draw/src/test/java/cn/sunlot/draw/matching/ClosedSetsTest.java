package cn.sunlot.draw.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClosedSetsTest {

  @Test
  void a_new_set_ranks_below_its_slot_and_above_all_below_that() {
    ClosedSets sets = new ClosedSets(3, 1);
    assertThat(sets.slotRank(0)).isEqualTo(ClosedSets.OUTSIDE);
    assertThat(sets.personRank(0)).isEqualTo(ClosedSets.OUTSIDE);
    long first = sets.add(ClosedSets.OUTSIDE);
    long second = sets.add(ClosedSets.OUTSIDE);
    long inFirst = sets.add(first);
    assertThat(inFirst).isLessThan(first);
    assertThat(first).isLessThan(second);
    assertThat(second).isLessThan(ClosedSets.OUTSIDE);
    sets.putSlot(1, first);
    sets.putPerson(0, inFirst);
    sets.clear();
    assertThat(sets.slotRank(1)).isEqualTo(ClosedSets.OUTSIDE);
    assertThat(sets.personRank(0)).isEqualTo(ClosedSets.OUTSIDE);
  }

  /** Compared with a plain list of the sets in their order, through many renumberings. */
  @Test
  void the_order_of_the_sets_survives_renumbering() {
    int count = 3000;
    ClosedSets sets = new ClosedSets(count, count);
    List<Integer> order = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < count; i++) {
      int at = i % 3 == 0 ? order.size() : i % 3 == 1 ? 0 : random.nextInt(order.size());
      long above = at == order.size() ? ClosedSets.OUTSIDE : sets.slotRank(order.get(at));
      long rank = sets.add(sets.withRoomBelow(above));
      sets.putSlot(i, rank);
      sets.putPerson(count - 1 - i, rank);
      order.add(at, i);
    }
    for (int i = 0; i < count; i++) {
      long rank = sets.slotRank(order.get(i));
      assertThat(rank).isLessThan(ClosedSets.OUTSIDE);
      assertThat(sets.personRank(count - 1 - order.get(i))).isEqualTo(rank);
      if (i > 0) {
        assertThat(rank).isGreaterThan(sets.slotRank(order.get(i - 1)));
      }
    }
  }
}
