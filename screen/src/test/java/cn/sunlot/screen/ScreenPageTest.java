package cn.sunlot.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The screen in every state, for the public and for the room. */
class ScreenPageTest {

  private static final List<String> STATES =
      List.of("prepared", "committed", "committed1", "revealed", "drawn", "closed", "void");

  private final ScreenPage page = new ScreenPage();

  private Document show(DrawScreen screen, Names names, Locale locale) {
    return Jsoup.parse(page.show(screen, names, locale, "/draws/1/live/result.json", null));
  }

  private Document running(String state, Progress progress, Locale locale) {
    DrawScreen screen = Samples.targets(state, 50);
    return Jsoup.parse(page.show(screen, Names.NONE, locale, null, progress));
  }

  private Document zh(String state) {
    return show(Samples.targets(state, 50), Names.NONE, Locale.CHINESE);
  }

  @Test
  void every_state_is_complete_in_both_languages_without_script_and_style() {
    for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
      for (String state : STATES) {
        Document screen = show(Samples.targets(state, 50), Names.NONE, locale);
        assertThat(screen.select("h1")).hasSize(1);
        assertThat(screen.expectFirst(".ds-say").text()).isNotBlank();
        assertThat(screen.text()).doesNotContain("??", "words.", "{0}");
        assertThat(screen.select("script, style, [style]")).isEmpty();
        for (Element element : screen.getAllElements()) {
          assertThat(element.attributes().asList().stream().map(a -> a.getKey()))
              .noneMatch(name -> name.startsWith("th:") || name.startsWith("on"));
        }
      }
    }
  }

  @Test
  void before_the_draw_it_shows_pool_strata_commitment_and_each_nonce_as_it_is_revealed() {
    assertThat(zh("prepared").select(".ds-hash, .ds-qr, .ds-result")).isEmpty();
    Document one = zh("committed1");
    assertThat(one.expectFirst(".ds-hash").text()).isEqualTo(Samples.HASH);
    assertThat(one.select("svg.ds-qr path")).hasSize(1);
    assertThat(one.expectFirst(".ds-strata").text())
        .contains("低风险 A 1,480 2.5% 37 0", "高风险 D 520 13 0");
    assertThat(one.expectFirst(".ds-numbers").text()).contains("2,012", "2,000", "12");
    assertThat(one.select("[data-party].open .ds-hex")).hasSize(2);
    assertThat(one.expectFirst(".ds-say").text()).contains("2 / 3");
    assertThat(zh("committed").select("[data-party].open")).isEmpty();
    assertThat(zh("revealed").text()).contains("等待产生");
    assertThat(zh("drawn").text()).contains("314159265358979323846264338327950288419");
  }

  @Test
  void while_it_is_being_made_it_says_so_with_phase_and_numbers_in_both_languages() {
    Progress naming = new Progress("naming", 3, 6, 300_000, 1_500_000);
    Document zh = running("revealed", naming, Locale.CHINESE);
    assertThat(zh.expectFirst(".ds-state").text()).isEqualTo("正在抽取");
    assertThat(zh.select(".ds-say")).hasSize(1);
    assertThat(zh.expectFirst(".ds-say").text()).isEqualTo("正在抽取，第 3 步，共 6 步：查找抽中的是谁。");
    assertThat(zh.expectFirst(".ds-done").text()).isEqualTo("300,000 / 1,500,000");
    assertThat(zh.expectFirst(".ds-running progress").attr("value")).isEqualTo("366");
    assertThat(zh.text()).contains("不能取消");
    // What was drawn before a substitute round is no less shown while that is drawn.
    Document round = running("drawn", new Progress("drawing", 2, 6, 0, 0), Locale.ENGLISH);
    assertThat(round.expectFirst(".ds-say").text())
        .isEqualTo("The draw is running, step 2 of 6: computing by the published algorithm.");
    assertThat(round.select(".ds-done")).isEmpty();
    assertThat(round.expectFirst("[data-count]").text()).isEqualTo("50");
    for (String phase :
        List.of("checking", "drawing", "naming", "keeping", "publishing", "visits", "teams")) {
      for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
        assertThat(running("revealed", new Progress(phase, 1, 6, 0, 0), locale).text())
            .doesNotContain("??", "phase.");
      }
    }
  }

  @Test
  void strata_stand_in_words_with_the_committed_code_beside_them() {
    Document zh = show(Samples.regional("drawn", 50, 4), Names.NONE, Locale.CHINESE);
    assertThat(zh.select(".ds-strata tbody th").eachText())
        .containsExactly(
            "低风险 · 淄川区 A.370302",
            "低风险 · 张店区 A.370303",
            "低风险 · 高新技术产业开发区 A.370304",
            "一般风险 · 淄川区 B.370305");
    // The script counts by code.
    assertThat(zh.select("[data-stratum]").eachAttr("data-stratum")).contains("A.370302");
    Document en = show(Samples.targets("prepared", 50, 4, 3), Names.NONE, Locale.ENGLISH);
    assertThat(en.select(".ds-strata tbody th").eachText())
        .containsExactly("Low risk A", "General risk B", "Higher risk C", "High risk D");
  }

  @Test
  void a_stratum_that_nobody_has_words_for_stands_by_its_code_and_an_old_screen_by_its_region() {
    ScreenWords words = page.words(Locale.CHINESE);
    assertThat(words.stratum("X", null)).isEqualTo("X");
    assertThat(words.stratum("X.370302", "淄川区")).isEqualTo("X · 淄川区");
    assertThat(words.stratum("K.370302", null)).isEqualTo("重点对象 · 370302");
  }

  @Test
  void a_draw_of_fifty_thousand_shows_its_last_rows_and_few_nodes() {
    Document screen = show(Samples.targets("drawn", 50_000), Names.NONE, Locale.CHINESE);
    assertThat(screen.select("[data-rows] > li")).hasSize(16);
    assertThat(screen.expectFirst("[data-count]").text()).isEqualTo("50,000");
    assertThat(screen.select("[data-stratum]").eachText()).containsExactly("37,500", "12,500");
    assertThat(screen.getAllElements()).hasSizeLessThan(400);
    String row = screen.expectFirst("[data-rows] > li:last-child").text();
    assertThat(row).isEqualTo("50,000 D " + brief(50_000) + " " + brief(57_777));
  }

  @Test
  void names_stand_in_the_room_and_never_in_public() {
    DrawScreen drawn = Samples.targets("drawn", 50);
    assertThat(show(drawn, Samples.NAMES, Locale.CHINESE).text())
        .contains("淄博某某陶瓷（集团）有限公司", "王见证 · 法规科");
    assertThat(show(drawn, Names.NONE, Locale.CHINESE).text())
        .doesNotContain("公司", "王见证")
        .contains(brief(50));
  }

  @Test
  void a_void_draw_says_why_and_who_failed() {
    String text = zh("void").text();
    assertThat(text).contains("已作废", "有一方没有按时公开随机数", "未履行的一方：w2");
    assertThat(text).contains("没有公开").doesNotContain("等待");
    assertThat(zh("void").select(".ds-steps")).isEmpty();
  }

  @Test
  void teams_are_shown_together_and_beyond_what_fits_they_are_counted() {
    Document few = show(Samples.inspectors("drawn", 10), Names.NONE, Locale.CHINESE);
    assertThat(few.select("[data-teams] tbody tr")).hasSize(7);
    assertThat(few.text()).contains("检查人员抽取", "还有 2 个岗位无人可派", "还有 3 组，共 10 组");
    assertThat(few.select(".ds-strata")).isEmpty();
    Document none = show(Samples.inspectors("revealed", 10), Names.NONE, Locale.CHINESE);
    assertThat(none.select("[data-teams], .ds-result")).isEmpty();
  }

  @Test
  void strata_beyond_what_fits_are_summed_up_to_the_same_totals() {
    DrawScreen screen = Samples.targets("drawn", 1200, 12, 3);
    Document shown = show(screen, Names.NONE, Locale.CHINESE);
    var cells = shown.select("[data-stratum], [data-rest]").eachText();
    assertThat(cells.stream().mapToInt(c -> Integer.parseInt(c.replace(",", ""))).sum())
        .isEqualTo(1200);
    assertThat(shown.select("[data-stratum]").size() + rest(shown)).isEqualTo(12);
  }

  private static int rest(Document shown) {
    return Integer.parseInt(shown.expectFirst(".ds-rest th").text().replaceAll("\\D", ""));
  }

  private static String brief(int n) {
    return Samples.hex(n).substring(0, 12);
  }
}
