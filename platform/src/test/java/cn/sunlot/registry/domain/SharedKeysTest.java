package cn.sunlot.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.domain.SharedKeys.Pair;
import org.junit.jupiter.api.Test;

/** Pairs that share a key, without a comparison of each with each. */
@Clause("TZ-10")
class SharedKeysTest {

  private final SharedKeys keys = new SharedKeys();

  private static String code(int number) {
    String first17 = "91370303MA" + String.format("%07d", number);
    return first17 + Uscc.checkCharacter(first17);
  }

  @Test
  void what_shares_a_number_or_a_name_is_a_pair_and_each_pair_is_there_once() {
    keys.add(code(1), "阳光机械有限公司", "370303", "人民路1号", "王小明");
    keys.add(code(2), "月光化工", "370303", "人民路1号", "王小明");
    keys.add(code(3), "淄博阳光机械有限责任公司", "370303", "人民路 1 号", "王小明");
    keys.add(code(4), "阳光机械有限公司", "370302", "人民路1号", "王小明");
    assertThat(keys.pairs()).containsExactly(new Pair(0, 2));
    assertThat(keys.targets()).isEqualTo(4);
  }

  @Test
  void a_chain_of_one_name_is_no_pair_but_two_of_its_shops_at_one_place_are() {
    for (int i = 0; i < 400; i++) {
      keys.add(code(i), "连锁便利店", "370303", "人民路" + (i == 399 ? 7 : i) + "号", "张总");
    }
    assertThat(keys.pairs()).containsExactly(new Pair(7, 399));
  }

  @Test
  void three_of_one_name_are_three_pairs() {
    for (int i = 0; i < 3; i++) {
      keys.add(code(i), "阳光机械", "370303", "", "");
    }
    assertThat(keys.pairs())
        .containsExactlyInAnyOrder(new Pair(0, 1), new Pair(0, 2), new Pair(1, 2));
  }

  @Test
  void among_two_hundred_thousand_those_that_were_entered_twice_are_found() {
    for (int i = 0; i < 200_000; i++) {
      keys.add(code(i), "企业" + i % 199_990, "370303", "路" + i, "");
    }
    assertThat(keys.pairs()).hasSize(10).contains(new Pair(3, 199_993));
  }
}
