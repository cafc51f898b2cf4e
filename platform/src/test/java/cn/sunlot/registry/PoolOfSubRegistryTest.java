package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry.Census;
import cn.sunlot.registry.Registry.Combination;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Pools that are narrowed to sub-registries, and counts of what filters hit. */
@PlatformTest
class PoolOfSubRegistryTest {

  private static final String HEAD = "名称,统一社会信用代码,类型,行政区划代码,信用风险分类,标签,注册代码,设备种类,下次检验日期\n";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Registry registry;
  @Autowired private Api api;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() throws Exception {
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        HEAD
            + "张店一号电梯,sb:T1,设备,370303,A,,31103703002024000017,电梯,2027-03-01\n"
            + "淄川二号电梯,sb:T2,设备,370302,A,work-safety,31103703002024000018,电梯,2027-03-01\n"
            + "张店一号锅炉,sb:T3,设备,370303,D,,31103703002024000019,锅炉,2027-03-01\n"
            + "张店二号锅炉,sb:T4,设备,370303,A,repeated-complaints,31103703002024000020,锅炉,2027-03-01\n");
  }

  private UUID add(String name, String... pairs) throws Exception {
    Map<String, Object> rule = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      rule.put(pairs[i], pairs[i + 1]);
    }
    api.send(bureau, "officer", "/api/targets/registers", null, Map.of("name", name, "rule", rule));
    for (JsonNode one : api.body(api.read(bureau, "officer", "/api/targets/registers"))) {
      if (one.get("name").asString().equals(name)) {
        return UUID.fromString(one.get("id").asString());
      }
    }
    throw new AssertionError(name);
  }

  private static TargetFilter in(UUID... registers) {
    return new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(registers));
  }

  private List<String> pool(TargetFilter filter) {
    return bureau.as(
        "officer",
        () ->
            registry.listForPool(bureau.authorityId(), filter).stream()
                .map(PoolTarget::unitId)
                .sorted()
                .toList());
  }

  private List<String> listed(UUID register) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/targets?register=" + register))
        .get("items")
        .valueStream()
        .map(item -> item.get("unitId").asString())
        .sorted()
        .toList();
  }

  private void place(String unitId, UUID register, String place) throws Exception {
    JsonNode list = api.body(api.read(bureau, "officer", "/api/targets?q=" + unitId));
    String path = "/api/targets/" + list.at("/items/0/id").asString();
    int version = api.body(api.read(bureau, "officer", path)).get("version").asInt();
    api.send(
        bureau,
        "officer",
        path + "/place",
        version,
        Map.of("registerId", register, "place", place, "reason", "专项部署"));
  }

  @Test
  @Clause({"RS-2.3", "TZ-10"})
  void a_pool_has_what_the_list_of_the_sub_registry_shows_whatever_its_rule() throws Exception {
    Map<UUID, List<String>> expected = new HashMap<>();
    expected.put(
        add("张店电梯", "region", "370303", "detail", "equipment-category=lift"), List.of("sb:T1"));
    expected.put(add("锅炉", "q", "锅炉"), List.of("sb:T3", "sb:T4"));
    expected.put(add("拼音", "q", "zd"), List.of("sb:T1", "sb:T3", "sb:T4"));
    expected.put(
        add("全市", "region", "370300", "riskClass", "A"), List.of("sb:T1", "sb:T2", "sb:T4"));
    expected.put(add("安全", "tag", "work-safety", "status", "active"), List.of("sb:T2"));
    for (var one : expected.entrySet()) {
      assertThat(pool(in(one.getKey()))).isEqualTo(one.getValue());
      assertThat(listed(one.getKey())).isEqualTo(one.getValue());
    }
  }

  @Test
  @Clause({"RS-2.3", "TZ-10"})
  void what_was_put_in_or_taken_out_by_hand_counts_in_the_pool() throws Exception {
    UUID lifts = add("电梯", "detail", "equipment-category=lift");
    place("sb:T3", lifts, "in");
    place("sb:T1", lifts, "out");
    assertThat(pool(in(lifts))).containsExactly("sb:T2", "sb:T3").isEqualTo(listed(lifts));
    var narrowed = new TargetFilter(Set.of(), Set.of("370303"), Set.of(), Set.of(), Set.of(lifts));
    assertThat(pool(narrowed)).containsExactly("sb:T3");
    bureau.as(
        "officer",
        () -> {
          assertThat(registry.countForPool(bureau.authorityId(), in(lifts))).isEqualTo(2);
          assertThat(registry.countByRiskClass(bureau.authorityId(), in(lifts)))
              .isEqualTo(Map.of("A", 1L, "D", 1L));
        });
  }

  @Test
  void several_sub_registries_are_taken_together_and_one_that_is_gone_has_nothing_in_it()
      throws Exception {
    UUID lifts = add("电梯", "detail", "equipment-category=lift");
    UUID high = add("高风险", "riskClass", "D");
    assertThat(pool(in(lifts, high))).containsExactly("sb:T1", "sb:T2", "sb:T3");
    assertThat(pool(in(UUID.randomUUID()))).isEmpty();
    assertThat(pool(in())).hasSize(4);
  }

  @Test
  void the_code_of_a_city_stands_for_its_counties() {
    assertThat(pool(new TargetFilter(Set.of(), Set.of("370300"), Set.of(), Set.of()))).hasSize(4);
    assertThat(pool(new TargetFilter(Set.of(), Set.of("370302"), Set.of(), Set.of())))
        .containsExactly("sb:T2");
    assertThat(pool(new TargetFilter(Set.of(), Set.of("370400"), Set.of(), Set.of()))).isEmpty();
  }

  @Test
  @Clause({"TZ-14", "TZ-16"})
  void targets_are_counted_by_region_class_and_mark() {
    bureau.as(
        "officer",
        () ->
            assertThat(
                    registry.census(
                        bureau.authorityId(), in(), Set.of("repeated-complaints", "dishonesty")))
                .containsExactly(
                    new Census("370302", "A", false, 1),
                    new Census("370303", "A", false, 1),
                    new Census("370303", "A", true, 1),
                    new Census("370303", "D", false, 1)));
  }

  @Test
  @Clause("TZ-15")
  void targets_are_counted_by_the_filters_that_hit_them() {
    var zhangdian = new TargetFilter(Set.of(), Set.of("370303"), Set.of(), Set.of());
    var low = new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of("A"));
    var none = new TargetFilter(Set.of("premises"), Set.of(), Set.of(), Set.of());
    bureau.as(
        "officer",
        () -> {
          assertThat(
                  registry.combine(bureau.authorityId(), List.of(zhangdian, low, none), Set.of()))
              .containsExactlyInAnyOrder(
                  new Combination(Set.of(1), "A", false, 1),
                  new Combination(Set.of(0), "D", false, 1),
                  new Combination(Set.of(0, 1), "A", false, 2));
          assertThat(registry.combine(bureau.authorityId(), List.of(), Set.of())).isEmpty();
        });
  }
}
