package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@PortalTest
class ResultPagesTest {

  @Autowired private Site site;
  @Autowired private ObjectMapper json;

  @ParameterizedTest
  @CsvSource({
    "博, 1",
    "水泥, 1",
    "特种水泥有限公司, 1",
    "水 泥, 1",
    "ABC, 1",
    "abc, 1",
    "ａｂｃ, 1",
    "91370303MA3C8K2X5P, 1",
    "91370303ma3c8k2x5p, 1",
    "泥水, 0",
    "%, 0",
    "_, 0",
    "\\, 0",
    "有限公司, 39",
    "有, 39"
  })
  void namesAreFoundByOneCharacterOrMoreAndByCreditCode(String typed, int found) {
    Document page = site.page("/results?q=" + encoded(typed));
    assertThat(page.expectFirst(".count").text()).contains("共 " + found + " 条");
    assertThat(page.select(".card")).hasSize(Math.min(20, found));
  }

  @Test
  void theSecondPageGoesOnWhereTheFirstEndsAndKeepsTheFilters() {
    Document first = site.page("/results?q=" + encoded("有限公司"));
    String next = first.expectFirst("a[rel=next]").attr("href");
    assertThat(next).contains("page=2").contains("q=");
    List<String> shown = first.select(".card a").eachText();
    List<String> then = site.page(next).select(".card a").eachText();
    assertThat(then).hasSize(19).doesNotContainAnyElementsOf(shown);
  }

  @Test
  void filtersNarrowTheList() {
    assertThat(site.page("/results?type=no-problem-found").select(".card .badge.good"))
        .isNotEmpty();
    assertThat(site.page("/results?type=no-problem-found").select(".card .badge.bad")).isEmpty();
    assertThat(site.page("/results?year=2025").select(".card")).isEmpty();
    assertThat(site.page("/results?item=AQ-01").select(".card")).isEmpty();
    assertThat(site.page("/results?item=JN-01&year=2026").select(".card")).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' autofocus onfocus=alert(1) x='",
        "${7*7}",
        "__${7*7}__::x",
        "#{site}",
        "'; DROP TABLE publicity.result; --",
        "\u0000\u0001"
      })
  void whatSomebodyTypesComesBackAsTextAndNothingElse(String typed) {
    for (String field : List.of("q", "type", "item", "year", "lang")) {
      String path = "/results?" + field + "=" + encoded(typed);
      Document page = site.page(path);
      assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(page.select("script, [onerror], [onfocus], [autofocus]")).isEmpty();
      assertThat(page.select("img")).hasSize(1);
    }
    assertThat(site.page("/results?q=" + encoded(typed)).expectFirst("#q").attr("value"))
        .doesNotContain("49");
  }

  @Test
  void aNameWithMarkupIsShownAsItIs() {
    Document page = site.page(Pages.RESULT);
    assertThat(page.expectFirst("h1").text()).isEqualTo("华<b>光</b>\"&'陶瓷(集团)股份公司");
    assertThat(page.select("h1 b")).isEmpty();
  }

  @Test
  void aResultShowsAllThatThePublicRecordNeeds() {
    String text = site.page(Pages.CORRECTED).expectFirst("main").text();
    assertThat(text)
        .contains("博山泵业科技ＡＢＣ有限公司")
        .contains("P-2026-0001 2026 年度双随机抽查计划")
        .contains("T-2026-0001 2026 年第一批重点用能单位节能监察")
        .contains("计划内随机抽查")
        .contains("示范市工业和信息化局")
        .contains("2026-03-19")
        .contains("用能单位执行国家明令淘汰用能设备情况的监察")
        .contains("发现问题，已当场改正");
  }

  @Test
  void aCitysDepartmentIsNamedBeforeTheGovernmentBehindIt() {
    assertThat(site.page(Pages.RESULT).expectFirst("main").text())
        .contains("检查机关 市应急管理局 危化科（示范市人民政府）");
    assertThat(site.page("/results?q=" + encoded("华")).expectFirst(".card").text())
        .contains("市应急管理局（示范市人民政府）")
        .doesNotContain("危化科");
    assertThat(site.page("/plans").select(".rows li").eachText())
        .anyMatch(row -> row.contains("市应急管理局（示范市人民政府）"))
        .anyMatch(row -> row.contains("示范市工业和信息化局 节能与综合利用科 ·"));
    JsonNode row = json.readTree(site.text("/results.json?q=" + encoded("华"))).get(0);
    assertThat(row.get("authority").asString()).isEqualTo("示范市人民政府");
    assertThat(row.get("body").asString()).isEqualTo("市应急管理局");
  }

  @Test
  void whatWasCopiedBeforeTheDepartmentWasIsReadWithTheAuthority() {
    assertThat(site.page("/notices").select(".rows li").eachText())
        .isNotEmpty()
        .allMatch(row -> row.contains("· 示范市工业和信息化局 ·"));
    assertThat(site.page(Pages.DRAW).expectFirst("main").text())
        .contains("示范市工业和信息化局 节能与综合利用科")
        .doesNotContain("（示范市");
  }

  @Test
  void whoMayObjectIsToldByWhichRulesToWhomAndUntilWhenAndNobodyElseIs() {
    assertThat(site.page(Pages.CORRECTED).expectFirst("main").text())
        .contains("被检查对象可以依照《示范市双随机抽查实施细则》第十六条向示范市工业和信息化局提出异议")
        .contains("提出异议的最后一天：2026-08-25。");
    assertThat(site.page(Pages.CORRECTED, "Accept-Language", "en").expectFirst("main").text())
        .contains("Under Article 16 of the rules, the inspected party may object to");
    assertThat(site.page(Pages.RESULT).expectFirst("main").text()).doesNotContain("异议");
  }

  @Test
  void aResultSaysInOneSentenceWhyThisOneWasInspected() {
    Document page = site.page(Pages.CORRECTED);
    assertThat(page.expectFirst("main").text()).contains("参加抽取的 2,100 家中随机抽取了 40 家，这一家在其中");
    assertThat(page.select("a[href=" + Pages.DRAW + "]")).hasSize(1);
  }

  @Test
  void onlyTheDemonstrationSaysThatItsDataAreMadeUp() {
    assertThat(site.page("/").select(".demo")).isEmpty();
  }

  @Test
  void aCorrectionShowsItsReasonAndTheOriginalStaysVisible() {
    Document now = site.page(Pages.CORRECTED);
    assertThat(now.text()).contains("复核查明涉及设备为 1 台");
    assertThat(now.select(".history a")).hasSize(2);
    Document original = site.page(Pages.ORIGINAL);
    assertThat(original.expectFirst(".note.bad a").attr("href")).isEqualTo(Pages.CORRECTED);
    assertThat(original.expectFirst("main").text()).contains("发现问题，待后续处理");
    assertThat(site.page("/results?q=" + encoded("博山泵业")).select(".card")).hasSize(1);
  }

  @Test
  void theDrawPageBeginsWithWordsAndTellsWhatCannotBeProved() {
    String text = site.page(Pages.DRAW).expectFirst("main").text();
    assertThat(text).contains("本次从 2,100 家企业中按规则随机抽取 40 家。");
    assertThat(text).contains("A 类（信用风险低）：1,800 家中抽取 18 家，每家被抽中的机会是 1%");
    assertThat(text.indexOf("随机抽取 40 家")).isLessThan(text.indexOf("SHA-256"));
    assertThat(text)
        .contains("./sunlot verify 3703-D-2026-0002.zip")
        .contains("检查对象库是否完整")
        .contains("企业代表、法规科");
    assertThat(site.get(Pages.DRAW + "/transcript.zip").headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(v -> assertThat(v).contains("3703-D-2026-0002.zip"));
  }

  @Test
  void aVoidDrawStaysVisibleWithReasonTimeAndSuccessor() {
    Document page = site.page(Pages.VOID_DRAW);
    assertThat(page.expectFirst(".note.bad").text())
        .contains("2026-03-10 10:00")
        .contains("现场投影设备故障")
        .contains("D-2026-0002");
    assertThat(site.page("/draws").text()).contains("现场投影设备故障");
  }

  @Test
  void theSpreadsheetHoldsEveryRevisionAndNoFormula() {
    String csv = site.text("/results.csv");
    assertThat(csv).startsWith("\uFEFF结果编号,公示次数,");
    assertThat(csv.lines().count()).isEqualTo(42);
    assertThat(csv).contains("\"华<b>光</b>\"\"&'陶瓷(集团)股份公司\"");
    assertThat(site.text("/results.csv?q=" + encoded("博山泵业")).lines().count()).isEqualTo(3);
    assertThat(site.text("/results.csv", "Accept-Language", "en")).startsWith("\uFEFFNumber,");
  }

  @Test
  void theJsonFileHoldsTheSameAndIsEmptyWhereNothingFits() {
    JsonNode all = json.readTree(site.text("/results.json"));
    assertThat(all.size()).isEqualTo(41);
    assertThat(all.get(0).get("number").asString()).isEqualTo("R-2026-0003");
    assertThat(all.get(0).get("type").asString()).isEqualTo("problem-found-corrected");
    assertThat(json.readTree(site.text("/results.json?q=zzz")).size()).isZero();
  }

  @Test
  void theFeedIsWellFormedAndNamesWhatIsNew() {
    Document feed = Jsoup.parse(site.text("/feed.atom"), "", Parser.xmlParser());
    assertThat(feed.select("feed > entry")).hasSize(20);
    assertThat(feed.expectFirst("entry > title").text()).contains("博山泵业");
    assertThat(feed.expectFirst("entry > link").attr("href")).startsWith("http://localhost");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
