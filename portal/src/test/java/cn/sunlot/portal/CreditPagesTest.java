package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The two lists that are public by law, as a page and as open data. */
@PortalTest
class CreditPagesTest {

  private static final int SHOWN = 23;

  @Autowired private Site site;
  @Autowired private ObjectMapper json;

  @ParameterizedTest
  @CsvSource({"老王, 1", "化工, 20", "91370303ma3c8k2x5p, 1", "ａｂｃ, 1", "已到期, 0", "%, 0", "zzz, 0"})
  void anEntryIsFoundByPartOfTheNameOrByCreditCode(String typed, int found) {
    Document page = site.page("/credit?q=" + encoded(typed));
    assertThat(page.expectFirst(".count").text()).contains("共 " + found + " 条");
    assertThat(page.select("main .scroll tbody tr")).hasSize(Math.min(20, found));
  }

  @Test
  void anEntrySaysWhoWhyOnWhichListSinceWhenAndByWhom() {
    Document page = site.page("/credit?q=" + encoded("恒泰11"));
    assertThat(page.expectFirst("main .scroll tbody tr").text())
        .contains("示范市恒泰11化工有限公司")
        .contains("经营异常名录")
        .contains("通过登记的住所无法联系")
        .contains("2026-03-01")
        .contains("示范市市场监督管理局")
        .contains("示市监异〔2026〕11号");
    assertThat(site.page("/credit?list=serious-violation").select(".badge.bad")).hasSize(2);
    assertThat(site.page("/credit?list=key").expectFirst(".count").text())
        .as("other lists are none here")
        .contains("共 " + SHOWN + " 条");
  }

  @Test
  void anEntryIsShownOnItsLastDayAndNotBehindIt() {
    List<String> names = new ArrayList<>();
    site.page("/credit").select("main .scroll tbody th span").forEach(n -> names.add(n.text()));
    site.page("/credit?page=2")
        .select("main .scroll tbody th span")
        .forEach(n -> names.add(n.text()));
    assertThat(names).hasSize(SHOWN).doesNotHaveDuplicates();
    assertThat(names.get(0)).as("until 2026-06-10, which is today").contains("齐鲁23");
    assertThat(names).noneMatch(name -> name.contains("已到期"));
  }

  @Test
  void theSpreadsheetHoldsWhatThePageShowsInTheSameOrderAndNoFormula() {
    String csv = site.text("/credit.csv");
    assertThat(csv).startsWith("\uFEFF名称,统一社会信用代码或登记号,名单,列入原因,列入日期,");
    assertThat(csv.lines().count()).isEqualTo(SHOWN + 1);
    assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")陶瓷厂\"").doesNotContain("已到期");
    assertThat(site.text("/credit.csv")).as("twice the same").isEqualTo(csv);
    assertThat(site.text("/credit.csv", "Accept-Language", "en"))
        .startsWith("\uFEFFName,")
        .contains("Abnormal operation");
    assertThat(site.text("/credit.csv?q=zzz")).as("headings at least").startsWith("\uFEFF名称,");
  }

  @Test
  void theJsonFileHasTheFieldsThatItsDescriptionNamesAndNoOther() {
    JsonNode all = json.readTree(site.text("/credit.json"));
    assertThat(all.size()).isEqualTo(SHOWN);
    JsonNode described = json.readTree(site.text("/credit.csv-metadata.json"));
    List<String> named = new ArrayList<>();
    described.at("/tableSchema/columns").forEach(c -> named.add(c.get("name").asString()));
    assertThat(named)
        .containsExactly(
            "target",
            "unitId",
            "list",
            "ground",
            "from",
            "until",
            "decidedBy",
            "document",
            "authority",
            "id");
    all.forEach(row -> assertThat(row.propertyNames()).containsExactlyElementsOf(named));
    assertThat(described.get("dc:modified").asString()).isEqualTo("2026-06-10T01:00:00Z");
    assertThat(described.get("dc:rights").asString()).contains("注明来源");
    assertThat(all.get(0).get("until").asString()).isEqualTo("2026-06-10");
    assertThat(all.get(1).get("until").isNull()).isTrue();
  }

  @Test
  void noCacheAndNoSearchEngineKeepsWhoeverHasLeft() {
    for (String path : List.of("/credit", "/credit.csv", "/credit.json")) {
      var headers = site.get(path).headers();
      assertThat(headers.allValues("Cache-Control")).as(path).containsExactly("no-cache");
      assertThat(headers.firstValue("X-Robots-Tag")).as(path).contains("noindex");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
