package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the list of targets finds, next to what SQL says. */
@PlatformTest
@Clause({"TZ-10", "ZB-6"})
class TargetListTest {

  private static final String[] WORDS = {
    "淄博", "重庆", "阳光", "化工", "机械", "有限", "公司", "饭店", "光", "长城", "ABC", "乐山", "厂"
  };
  private static final String[] KINDS = {"企业", "个体", "合作社"};
  private static final String[] REGIONS = {"370302", "370303", "370304", "500101"};
  private static final String[] TAGS = {"安全生产", "环境保护", "重点"};
  private static final String[] STATES = {"存续", "存续", "存续", "注销"};

  private static final String FOUND =
      """
      SELECT unit_id FROM registry.target
      WHERE authority_id = CAST(? AS uuid)
        AND (CAST(? AS text) IS NULL OR position(lower(?) IN lower(name)) > 0)
        AND (CAST(? AS text) IS NULL OR kind = ?)
        AND (CAST(? AS text) IS NULL OR starts_with(region_code, ?))
        AND (CAST(? AS text) IS NULL OR risk_class = ?)
        AND (CAST(? AS text) IS NULL OR ? = ANY (tags))
        AND (CAST(? AS text) IS NULL OR status = ?)
        AND (CAST(? AS boolean) IS NULL OR complete = ?)
      ORDER BY unit_id COLLATE "C"
      """;

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private TargetSearch search;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private static String code(int number) {
    String first17 = "91370303MA" + String.format("%07d", number);
    return first17 + Uscc.checkCharacter(first17);
  }

  private void add(String... names) {
    StringBuilder csv = new StringBuilder("名称,统一社会信用代码\n");
    for (int i = 0; i < names.length; i++) {
      csv.append(names[i]).append(',').append(code(i)).append('\n');
    }
    importing.csv(bureau, "targets", csv.toString());
  }

  private Page<TargetSearch.Row> page(
      Bureau who, TargetListFilter filter, String sort, int page, int size) {
    return who.as(
        "officer",
        () -> search.page(SignedIn.get().scope(), filter, new Page.Request(page, size), sort));
  }

  private List<String> names(@Nullable String q, String sort) {
    return page(bureau, q(q), sort, 1, 50).items().stream().map(r -> r.target().name()).toList();
  }

  private static TargetListFilter q(@Nullable String q) {
    return new TargetListFilter(q, null, null, null, null, null, null, null);
  }

  private static <T> @Nullable T sometimes(Random random, T[] values) {
    return random.nextInt(3) == 0 ? values[random.nextInt(values.length)] : null;
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      name.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return name.toString();
  }

  @Test
  void any_combination_of_filters_and_words_finds_what_sql_finds() {
    var random = new Random(20261129);
    StringBuilder csv = new StringBuilder("名称,统一社会信用代码,类型,行政区划代码,信用风险分类,标签,状态,负责人,联系方式,地址\n");
    for (int i = 0; i < 600; i++) {
      csv.append(name(random)).append(',').append(code(i)).append(',');
      csv.append(KINDS[random.nextInt(3)]).append(',').append(REGIONS[random.nextInt(4)]);
      csv.append(',').append("ABCD".charAt(random.nextInt(4))).append(',');
      csv.append(random.nextBoolean() ? TAGS[random.nextInt(3)] : "").append(',');
      csv.append(STATES[random.nextInt(4)]).append(random.nextBoolean() ? ",王,1,路\n" : ",,,\n");
    }
    assertThat(importing.csv(bureau, "targets", csv.toString()).counts().added()).isEqualTo(600);
    int hits = 0;
    for (int i = 0; i < 300; i++) {
      var filter =
          new TargetListFilter(
              random.nextBoolean() ? piece(random) : null,
              sometimes(random, new String[] {"enterprise", "individual-business", "cooperative"}),
              sometimes(random, new String[] {"370303", "370300", "500000"}),
              sometimes(random, new String[] {"A", "B", "C", "D"}),
              sometimes(random, new String[] {"work-safety", "environment", "重点"}),
              sometimes(random, new String[] {"active", "closed"}),
              sometimes(random, new Boolean[] {true, false}),
              null);
      List<String> expected = bySql(filter);
      Page<TargetSearch.Row> found = page(bureau, filter, "unitId", 1, 50);
      assertThat(found.items())
          .as(filter.toString())
          .extracting(row -> row.target().unitId())
          .isEqualTo(expected.subList(0, Math.min(50, expected.size())));
      assertThat(found.total()).as(filter.toString()).isEqualTo(expected.size());
      assertThat(found.totalExact()).isTrue();
      assertThat(all(filter)).as(filter.toString()).isEqualTo(expected);
      hits += expected.isEmpty() ? 0 : 1;
    }
    assertThat(hits).as("filters that find something").isGreaterThan(100);
  }

  private static String piece(Random random) {
    // Latin letters alone are first letters of pinyin too, which SQL does not know.
    String name = "光" + name(random).replace("ABC", "光");
    int from = random.nextInt(name.length());
    return name.substring(from, from + 1 + random.nextInt(Math.min(5, name.length() - from)));
  }

  private List<String> all(TargetListFilter filter) {
    return bureau.as(
        "officer",
        () -> {
          List<String> ids = new ArrayList<>();
          transaction.executeWithoutResult(
              s ->
                  search.forEach(
                      SignedIn.get().scope(), filter, row -> ids.add(row.target().unitId())));
          return ids;
        });
  }

  private List<String> bySql(TargetListFilter f) {
    String region = f.region() == null ? null : f.region().replaceFirst("(00){1,2}$", "");
    return bureau.as(
        "officer",
        () ->
            transaction.execute(
                s ->
                    database
                        .fetch(
                            FOUND,
                            bureau.authorityId(),
                            f.q(),
                            f.q(),
                            f.kind(),
                            f.kind(),
                            region,
                            region,
                            f.riskClass(),
                            f.riskClass(),
                            f.tag(),
                            f.tag(),
                            f.status(),
                            f.status(),
                            f.complete(),
                            f.complete())
                        .getValues(0, String.class)));
  }

  @Test
  void names_are_found_by_the_first_letters_of_their_pinyin_in_every_reading() {
    add("重庆长安机械有限公司", "淄博阳光化工厂", "Sunlot（北京）科技");
    assertThat(names("cqca", "unitId")).containsExactly("重庆长安机械有限公司");
    assertThat(names("zqza", "unitId")).containsExactly("重庆长安机械有限公司");
    assertThat(names("yg", "unitId")).containsExactly("淄博阳光化工厂");
    assertThat(names("ZBYGHGC", "unitId")).containsExactly("淄博阳光化工厂");
    assertThat(names("bjkj", "unitId")).hasSize(1);
    assertThat(names("hgc", "unitId")).hasSize(1);
    assertThat(names("sunlot", "unitId")).hasSize(1);
    assertThat(names("zbhg", "unitId")).isEmpty();
  }

  @Test
  void several_words_must_all_be_found_and_a_piece_of_a_name_only_as_it_stands() {
    add("淄博阳光化工有限公司", "张店阳光饭店", "有限公司有限");
    assertThat(names("阳光 化工", "unitId")).containsExactly("淄博阳光化工有限公司");
    assertThat(names("化工　淄博", "unitId")).hasSize(1);
    assertThat(names("公司有限", "unitId")).containsExactly("有限公司有限");
    assertThat(names("光化工有限公", "unitId")).hasSize(1);
    assertThat(names("阳化工", "unitId")).isEmpty();
    assertThat(names("  ", "unitId")).hasSize(3);
  }

  @Test
  void ids_are_found_by_their_beginning_whole_and_without_their_registry() {
    importing.csv(
        bureau,
        "targets",
        "名称,统一社会信用代码\n甲,"
            + code(1)
            + "\n乙,"
            + code(2)
            + "\n丙,370300012345678\n丁,equipment:鲁A-12\n");
    ;
    assertThat(names("91370303ma0000001", "unitId")).containsExactly("甲");
    assertThat(names(code(2).toLowerCase(Locale.ROOT), "unitId")).containsExactly("乙");
    assertThat(names("9137", "unitId")).containsExactly("甲", "乙");
    assertThat(names("370300012345678", "unitId")).containsExactly("丙");
    assertThat(names("37030001234", "unitId")).containsExactly("丙");
    assertThat(names("regno:3703000", "unitId")).containsExactly("丙");
    assertThat(names("鲁A", "unitId")).containsExactly("丁");
    assertThat(names("91370303MA0000009", "unitId")).isEmpty();
  }

  @Test
  void lists_are_in_the_order_of_the_pinyin_or_of_any_other_column_both_ways() {
    add("淄博", "安庆", "重庆", "北京", "周村");
    assertThat(names(null, "name")).containsExactly("安庆", "北京", "重庆", "周村", "淄博");
    assertThat(names(null, "-name")).containsExactly("淄博", "周村", "重庆", "北京", "安庆");
    assertThat(names(null, "-unitId")).startsWith("周村", "北京");
    assertThat(names(null, "riskClass")).startsWith("淄博");
    assertThat(names(null, "-updatedAt")).hasSize(5);
    assertThat(page(bureau, q(null), "name", 2, 2).items())
        .extracting(row -> row.target().name())
        .containsExactly("重庆", "周村");
  }

  @Test
  void what_another_authority_has_is_neither_found_nor_counted() {
    add("共有的名称有限公司");
    Bureau other = bureaus.create("zibo_miit");
    assertThat(page(other, q("共有的"), "unitId", 1, 20).total()).isZero();
    assertThat(page(bureau, q("共有的"), "unitId", 1, 20).total()).isEqualTo(1);
  }

  @Test
  void a_place_too_far_down_the_list_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> page(bureau, q(null), "unitId", 6_000, 20))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(RegistryProblem.PAGE_TOO_FAR));
  }

  @Test
  void looking_for_a_unit_id_uses_its_unique_index_whatever_the_planner_thinks_of_the_rest() {
    add("甲", "乙");
    String plan =
        bureau.as(
            "officer",
            () ->
                transaction.execute(
                    s -> {
                      database.execute("SET LOCAL plan_cache_mode = force_generic_plan");
                      database.execute("SET LOCAL enable_seqscan = off");
                      database.execute(
                          "PREPARE by_unit(uuid, text) AS SELECT name FROM registry.target"
                              + " WHERE authority_id = $1 AND unit_id = $2");
                      String lines =
                          String.join(
                              "\n",
                              database
                                  .fetch(
                                      "EXPLAIN EXECUTE by_unit('"
                                          + bureau.authorityId()
                                          + "', 'x')")
                                  .getValues(0, String.class));
                      database.execute("DEALLOCATE by_unit");
                      return lines;
                    }));
    assertThat(plan)
        .contains("target_authority_id_unit_id_key")
        .containsPattern("Index Cond: .*authority_id = \\$1.*unit_id = \\$2");
    assertThat(
            database
                .fetch(
                    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'registry'"
                        + " AND tablename = 'target' AND indexdef LIKE '%(authority_id%'")
                .getValues(0, String.class))
        .as("no other index can win by a tie")
        .hasSize(1);
  }
}
