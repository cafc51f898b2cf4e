package cn.sunlot.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.domain.Likeness.Signal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes two targets look like one, and what does not. */
@Clause("TZ-10")
class LikenessTest {

  private static final String ZHANGDIAN = "370303";

  private static String code(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  private static final String ONE = code("91370303MA3C00001");
  private static final String OTHER = code("91370303MA3C00002");

  private static KnownTarget target(
      String unitId, String name, String address, @Nullable String person, @Nullable String phone) {
    var content =
        new TargetContent(name, "enterprise", ZHANGDIAN, address, "N", List.of(), person, phone);
    return new KnownTarget(
        UUID.nameUUIDFromBytes((unitId + name).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        new UUID(0, 1),
        UnitId.stored(unitId),
        content,
        TargetStatus.ACTIVE,
        List.of(),
        1);
  }

  private static Set<Signal> signals(KnownTarget one, KnownTarget other) {
    return Likeness.of(one, other).map(Likeness::signals).orElse(Set.of());
  }

  @Test
  void an_old_number_inside_a_credit_code_says_that_they_are_one() {
    String credit = code("91370303228012345");
    assertThat(
            signals(
                target(credit, "阳光机械有限公司", "", null, null),
                target("regno:370303228012345", "淄博阳光机械厂", "", null, null)))
        .containsExactly(Signal.OLD_NUMBER);
    assertThat(
            signals(
                target(credit, "阳光机械有限公司", "", null, null),
                target("regno:370303228012346", "淄博阳光机械厂", "", null, null)))
        .isEmpty();
  }

  @Test
  void an_organisation_code_inside_a_credit_code_says_that_they_are_one() {
    assertThat(
            signals(
                target(ONE, "阳光机械有限公司", "", null, null),
                target("zzjg:MA3C0000-1", "老名字", "", null, null)))
        .containsExactly(Signal.ORGANISATION_CODE);
  }

  @Test
  void letters_that_look_like_digits_are_one_number_unless_both_are_right() {
    assertThat(
            signals(
                target("sb:AB0123I", "一号电梯", "", null, null),
                target("sb:ABO1231", "客梯", "", null, null)))
        .containsExactly(Signal.LOOKALIKE_CODE);
    String wrong = ONE.substring(0, 17) + (ONE.charAt(17) == '8' ? 'B' : '8');
    String alike = wrong.substring(0, 8) + wrong.substring(8).replace('8', 'B');
    assertThat(signals(target(wrong, "甲", "", null, null), target(alike, "乙", "", null, null)))
        .contains(Signal.LOOKALIKE_CODE);
    assertThat(signals(target(ONE, "甲", "", null, null), target(OTHER, "乙", "", null, null)))
        .isEmpty();
  }

  @Test
  void a_name_says_nothing_by_itself_but_with_address_person_or_contact() {
    KnownTarget one = target(ONE, "淄博阳光（机械）有限责任公司", "张店区人民路 1 号", "王小明", "13300000000");
    assertThat(signals(one, target(OTHER, "阳光机械有限公司", "柳泉路 9 号", "李阳", null))).isEmpty();
    assertThat(signals(one, target(OTHER, "阳光机械有限公司", "人民路1号", null, null)))
        .containsExactly(Signal.NAME, Signal.ADDRESS);
    assertThat(signals(one, target(OTHER, "阳光机械有限公司", "", "王小明", "13300000000")))
        .containsExactly(Signal.NAME, Signal.CONTACT, Signal.RESPONSIBLE_PERSON);
    assertThat(signals(one, target(OTHER, "月光机械有限公司", "人民路1号", "王小明", "13300000000")))
        .as("another business at the same place")
        .isEmpty();
  }

  @Test
  void the_fields_that_differ_are_named() {
    Optional<Likeness> likeness =
        Likeness.of(
            target(ONE, "阳光机械有限公司", "人民路 1 号", "王小明", null),
            target(OTHER, "阳光机械有限责任公司", "人民路1号", "李阳", null).in(TargetStatus.CLOSED));
    assertThat(likeness.orElseThrow().differing())
        .containsExactly("unitId", "status", "name", "address", "responsiblePerson");
  }

  @Test
  void what_agrees_in_a_number_weighs_more_than_any_name() {
    Likeness code =
        Likeness.of(
                target(code("91370303228012345"), "甲", "", null, null),
                target("regno:370303228012345", "乙", "", null, null))
            .orElseThrow();
    Likeness name =
        Likeness.of(
                target(ONE, "阳光机械", "人民路", "王小明", "1330000"),
                target(OTHER, "阳光机械", "人民路", "王小明", "1330000"))
            .orElseThrow();
    assertThat(code.weight()).isGreaterThan(name.weight());
  }
}
