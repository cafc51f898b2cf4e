package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class PagesTest {

  @Autowired private Site site;

  static Stream<String> pages() {
    return Pages.NAMED.values().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageHasLanguageTitleLandmarksHeadingsAndLabels(String path) {
    for (String language : List.of("zh-CN", "en")) {
      Document page = site.page(path, "Accept-Language", language);
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
      assertThat(page.title()).isNotBlank();
      assertThat(page.select("main#main, body > header, body > footer")).hasSize(3);
      assertThat(page.select("h1")).hasSize(1);
      assertHeadingsInOrder(page);
      for (Element field : page.select("input, select, textarea")) {
        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1);
      }
      for (Element image : page.select("img")) {
        assertThat(image.hasAttr("alt")).isTrue();
      }
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
      assertThat(page.select("ul > :not(li), ol > :not(li)")).isEmpty();
      assertThat(page.text()).doesNotContain("??").doesNotContain("words.").doesNotContain("''");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageHasInlineScriptInlineStyleOrAnythingFromElsewhere(String path) {
    Document page = site.page(path);
    assertThat(page.select("style, iframe, object, embed, [style]")).isEmpty();
    // Only scripts of this site, each a file, and only where a device must compute for itself.
    assertThat(page.select("script").not("[type=module][src^=/island/]:empty")).isEmpty();
    assertThat(page.select("script")).hasSizeLessThan(2);
    for (Element element : page.getAllElements()) {
      assertThat(element.attributes().asList().stream().map(a -> a.getKey()))
          .noneMatch(name -> name.startsWith("on") || name.startsWith("th:"));
      for (String attribute : List.of("href", "src", "action")) {
        assertThat(element.attr(attribute))
            .doesNotStartWith("http")
            .doesNotStartWith("javascript:");
      }
    }
  }

  @Test
  void theNoticeOfATaskNamesTheDepartmentsThatInspectTogether() {
    Document page =
        site.page(Objects.requireNonNull(Pages.NAMED.get("notice")), "Accept-Language", "zh-CN");
    assertThat(page.select(".facts-list").text())
        .contains("联合检查的部门 示范市工业和信息化局（牵头）；示范市应急管理局、示范市市场监督管理局");
  }

  @Test
  void everyLinkOfEveryPageLeadsSomewhere() {
    Set<String> links = new TreeSet<>();
    pages().forEach(path -> links.addAll(site.page(path).select("a[href^=/]").eachAttr("href")));
    assertThat(links).hasSizeGreaterThan(40);
    for (String link : links) {
      if (!link.startsWith("/nothing-here")) {
        assertThat(site.get(link).statusCode()).as(link).isEqualTo(200);
      }
    }
  }

  private static String named(String page) {
    return Objects.requireNonNull(Pages.NAMED.get(page));
  }

  @Test
  void aJointItemNamesLeadParticipantsDecisionAndBatch() {
    assertThat(site.page("/items").text()).contains("示范市人民政府 市应急管理局", "会同 市市场监督管理局");
    String page = site.page(named("item-joint")).text();
    assertThat(page).contains("联合抽查事项", "牵头部门 市应急管理局", "市生态环境局");
    assertThat(page).contains("示联席〔2025〕8号", "公布批次 B-2026-0001");
    assertThat(site.page(named("item")).text()).doesNotContain("牵头部门", "公布批次");
  }

  @Test
  void aJointPlanNamesLeadParticipantsAndDecision() {
    String page = site.page(named("plan-joint")).text();
    assertThat(page).contains("部门联合抽查计划", "联席会议 · 2026-02-16 · 示联席〔2026〕2号");
    assertThat(page).contains("牵头部门 市应急管理局", "市市场监督管理局、市生态环境局", "12 户");
    String beside = site.page(named("plan-beside")).text();
    assertThat(beside).contains("计划外联合抽查", "上级部署：省厅部署的专项行动", "示应急〔2026〕18号");
    assertThat(site.page(named("plan")).text()).doesNotContain("牵头部门", "计划外联合抽查");
  }

  @Test
  void textsAreComplete() throws Exception {
    for (String file : List.of("texts", "words")) {
      assertThat(keys("/portal/" + file + "_en.properties"))
          .isEqualTo(keys("/portal/" + file + ".properties"));
    }
  }

  @Test
  void whatIsNotThereAnswers404AndSaysWhereToGo() {
    for (String path :
        List.of(
            "/results/nothing",
            "/results/00000000-0000-7000-8000-000000000000",
            "/draws/00000000-0000-7000-8000-000000000000",
            "/draws/00000000-0000-7000-8000-000000000401/transcript.zip",
            "/plans/00000000-0000-7000-8000-000000000201?version=9",
            "/items/%00",
            "/wp-login.php")) {
      HttpResponse<byte[]> answer = site.get(path);
      assertThat(answer.statusCode()).as(path).isIn(400, 404);
      if (answer.statusCode() == 404) {
        assertThat(site.page(path).select("a[href=/]")).isNotEmpty();
      }
    }
    assertThat(site.get("/results?page=many").statusCode()).isEqualTo(400);
    assertThat(site.get("/results?page=999999").statusCode()).isEqualTo(200);
    assertThat(site.get("/results?page=-1").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerForbidsScriptsFramesAndForeignContent() {
    for (String path : List.of("/", "/results", "/results.csv", "/nothing-here", "/portal.css")) {
      HttpResponse<byte[]> answer = site.get(path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
      assertThat(policy).doesNotContain("unsafe", "script-src");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }
  }

  @Test
  void pagesAreCachedForAMinuteAndStylesForAYear() {
    assertThat(cache("/")).contains("public", "max-age=60");
    assertThat(site.get("/").headers().allValues("Vary"))
        .anyMatch(v -> v.toLowerCase(java.util.Locale.ROOT).contains("cookie"));
    assertThat(cache("/?lang=en")).contains("private");
    assertThat(cache("/nothing-here")).isEqualTo("no-store");
    assertThat(cache(site.page("/").expectFirst("link[rel=stylesheet]").attr("href")))
        .contains("immutable");
  }

  @Test
  void theChosenLanguageIsRemembered() {
    HttpResponse<byte[]> answer = site.get("/about?lang=en");
    String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).startsWith("lang=en").contains("HttpOnly", "SameSite=Lax");
    Document next = site.page("/about", "Cookie", "lang=en", "Accept-Language", "zh-CN");
    assertThat(next.expectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(site.get("/about").headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(site.page("/about", "Accept-Language", "fr").expectFirst("html").attr("lang"))
        .isEqualTo("zh-CN");
  }

  private String cache(String path) {
    return String.join(", ", site.get(path).headers().allValues("Cache-Control"));
  }

  private static Set<String> keys(String resource) throws Exception {
    var properties = new java.util.Properties();
    try (var in = PagesTest.class.getResourceAsStream(resource)) {
      properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
    }
    return properties.stringPropertyNames();
  }

  private static void assertHeadingsInOrder(Document page) {
    int before = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
      before = level;
    }
  }
}
