package cn.sunlot.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Comparison.Difference;
import cn.sunlot.checklist.Question;
import cn.sunlot.checklist.Question.Basis;
import cn.sunlot.checklist.Section;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final ItemContent ITEM = PublishedItems.content("节能", Category.GENERAL, 500);

  private static Checklist checklist(Question... questions) {
    return new Checklist(new UUID(0, 1), 1, "检查表", false, List.of(Section.of("设备", questions)));
  }

  private static Question question(String code, String standard) {
    return PublishedItems.question(
        code, "conform", "是否合格", List.of(), standard, true, new Basis("某法", "第一条"));
  }

  @Test
  void equal_versions_do_not_differ() {
    Checklist list = checklist(question("Q1", "一台"));
    assertThat(Comparison.of(ITEM, list, ITEM, list)).isEmpty();
  }

  @Test
  @Clause("TZ-28")
  void questions_that_were_changed_dropped_or_added_are_named_by_code() {
    var differences =
        Comparison.of(
            ITEM,
            checklist(question("Q1", "一台"), question("Q2", "一台"), question("Q3", "一台")),
            ITEM,
            checklist(question("Q1", "一台"), question("Q2", "两台"), question("Q4", "一台")));
    assertThat(differences)
        .extracting(Difference::field)
        .containsExactly("checklist.Q2", "checklist.Q3", "checklist.Q4");
    assertThat(differences.get(0).before()).contains("一台");
    assertThat(differences.get(0).after()).contains("两台");
    assertThat(differences.get(1).after()).isNull();
    assertThat(differences.get(2).before()).isNull();
  }

  @Test
  void a_cap_that_is_new_has_no_value_before() {
    ItemContent key = PublishedItems.content("节能", Category.KEY, null);
    assertThat(Comparison.of(key, null, ITEM, null))
        .containsExactly(
            new Difference("category", "key", "general"),
            new Difference("ratioCapBp", null, "500"));
  }
}
