package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.LineCode;
import cn.sunlot.draw.Opening;
import cn.sunlot.schema.testing.TestDatabase;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Live draw and own line of the public site in Chromium; {@code -Dscreen.pictures=<folder>}. */
@PortalTest
class PublicLookTest {

  /** Size of the smallest text that is seen. */
  private static final String SMALLEST =
      """
      () => Math.min(...[...document.body.querySelectorAll('*')]
        .filter((e) => !e.closest('.ds-hidden, script, template') && e.checkVisibility())
        .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
        .map((e) => parseFloat(getComputedStyle(e).fontSize)))
      """;

  private static Playwright playwright;
  private static Browser browser;

  @Autowired private Site site;
  @Autowired private TestDatabase database;

  @BeforeAll
  static void open() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Path chromium =
        Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
            .flatMap(f -> Stream.of("chromium", "google-chrome").map(n -> Path.of(f, n)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
  }

  private static BrowserContext window(int width, int height) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
  }

  private static void picture(Page page, String name) {
    @Nullable String folder = System.getProperty("screen.pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }

  private static List<String> barriers(Page page) {
    // What is still fading in has not the contrast that it will have.
    page.waitForFunction("() => document.getAnimations().length === 0");
    // There are no frames of other origins, for which axe would open a further page each time.
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .map(rule -> rule.getId() + rule.getNodes())
            .toList();
  }

  @Test
  void the_public_page_follows_a_draw_in_one_window_and_fits_a_wall() throws Exception {
    UUID id = UUID.randomUUID();
    LiveTest.put(database, id, "prepared", 1);
    try (BrowserContext wall = window(1920, 1080)) {
      Page page = wall.newPage();
      List<String> errors = new ArrayList<>();
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error")) {
              errors.add(m.text());
            }
          });
      page.navigate(site.address() + "/draws/" + id + "/live?lang=zh");
      page.evaluate("() => { window.sameDocument = true }");
      long version = 2;
      for (String state : List.of("committed", "revealed", "closed")) {
        LiveTest.put(database, id, state, version++);
        page.waitForSelector(".draw-screen[data-state=" + state + "]");
        assertThat((Boolean) page.evaluate("() => window.sameDocument")).isTrue();
        assertThat(
                (Boolean)
                    page.evaluate(
                        "() => document.documentElement.scrollHeight <= innerHeight &&"
                            + " document.documentElement.scrollWidth <= innerWidth"))
            .isTrue();
        assertThat((Number) page.evaluate(SMALLEST))
            .satisfies(s -> assertThat(s.doubleValue()).isGreaterThanOrEqualTo(28));
        assertThat(barriers(page)).isEmpty();
        picture(page, "public-live-" + state);
      }
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void the_own_line_reads_well_in_every_state_and_the_code_of_the_address_reaches_no_server()
      throws Exception {
    LineTest.publish(database);
    Opening drawn = LineTest.drawn();
    Map<String, String> codes =
        Map.of(
            "drawn", code(drawn),
            "not-drawn", code(LineTest.notDrawn()),
            "excluded", code(LineTest.units().open("冷库:1")),
            "wrong", "04XXX-11111",
            "other", LineCode.of("D-2026-0999", drawn.unit(), drawn.salt()).text());
    for (int width : new int[] {1440, 390}) {
      try (BrowserContext window = window(width, 900)) {
        Page page = window.newPage();
        List<String> asked = new ArrayList<>();
        page.onRequest((Request request) -> asked.add(request.url()));
        for (var each : codes.entrySet()) {
          page.navigate(site.address() + "/draws/" + LineTest.ID + "/line#code=" + each.getValue());
          page.waitForFunction("() => document.getElementById('code').value !== ''");
          assertThat(page.inputValue("#code")).isEqualTo(each.getValue());
          assertThat(page.url()).doesNotContain("#", each.getValue());
          page.click("main form.filters button[type=submit]");
          page.waitForSelector(".sentence-box, [role=alert]");
          look(page, "line-" + each.getKey() + "-" + width);
          page.navigate("about:blank");
        }
        for (var state :
            Map.of("empty", LineTest.ID, "early", LineTest.EARLY, "void", LineTest.VOID)
                .entrySet()) {
          page.navigate(site.address() + "/draws/" + state.getValue() + "/line");
          look(page, "line-" + state.getKey() + "-" + width);
        }
        assertThat(asked).noneMatch(url -> url.contains("code="));
      }
    }
  }

  private static String code(Opening opening) {
    return LineCode.of(LineTest.REF, opening.unit(), opening.salt()).text();
  }

  private static void look(Page page, String name) {
    picture(page, name);
    assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as(name)
        .isTrue();
    // Its markup is the same at any width.
    if (page.viewportSize().width < 400) {
      assertThat(barriers(page)).as(name).isEmpty();
    }
  }
}
