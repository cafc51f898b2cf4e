package cn.sunlot.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The screen in Chromium: on a wall of 1920 × 1080, on the public page and in the room, and on a
 * phone. Pictures are taken with {@code -Dscreen.pictures=<folder>}.
 */
class ScreenLookTest {

  /** Texts that somebody sees, smaller than they may be. */
  private static final String SMALL =
      """
      () => {
        const found = []
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const around = node.parentElement
          if (!node.data.trim() || around.closest('.ds-hidden, script, template') || !around.checkVisibility()) continue
          const size = parseFloat(getComputedStyle(around).fontSize)
          if (size < 28) found.push(size + ' ' + node.data)
        }
        return found
      }
      """;

  /** What reaches over the edges of the window, or of the card that it stands in. */
  private static final String OUTSIDE =
      """
      () => {
        function* ancestors(element) { for (let a = element.parentElement; a; a = a.parentElement) yield a }
        const found = []
        for (const element of document.body.querySelectorAll('*')) {
          if (element.closest('.ds-hidden, template, script') || !element.checkVisibility()) continue
          // What is cut off with an ellipsis is cut off on purpose.
          if ([...ancestors(element)].some((a) => getComputedStyle(a).textOverflow === 'ellipsis')) continue
          const box = element.getBoundingClientRect()
          if (box.right > innerWidth + .5 || box.bottom > innerHeight + .5 || box.left < -.5 || box.top < -.5)
            found.push(element.tagName + '.' + element.className + ' ' + JSON.stringify(box))
          const card = element.closest('.ds-card')?.getBoundingClientRect()
          if (card && box.width > 0 && (box.right > card.right + .5 || box.bottom > card.bottom + .5))
            found.push('card: ' + element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40))
        }
        const columns = document.querySelector('.ds-columns').getBoundingClientRect().bottom
        for (const card of document.querySelectorAll('.ds-columns > .ds-card'))
          if (card.getBoundingClientRect().bottom > columns + .5) found.push('below its row: ' + card.className)
        return found
      }
      """;

  /** What makes the page wider than the window. */
  private static final String WIDER =
      """
      () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('*')]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + .5).map((e) => e.tagName + '.' + e.className)
      """;

  private static final String MOVING =
      "() => document.getAnimations().map((animation) => String(animation.animationName))";

  /** Scenes that together have everything that axe can find fault with. */
  private static final Set<String> LOOKED_AT =
      Set.of(
          "prepared",
          "committed1-room",
          "revealed",
          "running",
          "drawn",
          "drawn-room",
          "drawn-regions",
          "void",
          "teams-drawn");

  /** Scenes that every change looks at: the fullest of each kind. */
  private static final Set<String> FULLEST =
      Set.of(
          "prepared-12-strata",
          "committed1-12-parties",
          "revealed-50000",
          "revealed-regions-room",
          "running",
          "running-12-strata",
          "drawn-room",
          "drawn-regions",
          "drawn-regions-room",
          "drawn-12-parties-room",
          "closed-50000",
          "void",
          "teams-drawn-room");

  private static Playwright playwright;
  private static Browser browser;
  private static Stage stage;

  @BeforeAll
  static void open() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    stage = new Stage();
  }

  @AfterAll
  static void close() {
    stage.close();
    browser.close();
    playwright.close();
  }

  private static Path chromium() {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
  }

  private static BrowserContext window(int width, int height, ReducedMotion motion) {
    BrowserContext window =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setReducedMotion(motion));
    window.setDefaultTimeout(20_000);
    return window;
  }

  private record Scene(DrawScreen screen, Names names, @Nullable Progress progress) {}

  /** Every state, for the public and for the room, small and large. */
  private static Map<String, Scene> scenes() {
    Map<String, Scene> scenes = new LinkedHashMap<>();
    for (String state :
        List.of("prepared", "committed", "committed1", "revealed", "drawn", "closed", "void")) {
      scenes.put(state, open(Samples.targets(state, 50, 4, 3)));
      scenes.put(state + "-room", room(Samples.targets(state, 50, 4, 3)));
      scenes.put(state + "-12-strata", open(Samples.targets(state, 120, 12, 3)));
      scenes.put(state + "-50000", open(Samples.targets(state, 50_000, 12, 6)));
    }
    scenes.put("committed1-12-parties", room(Samples.targets("committed1", 50, 30, 12)));
    scenes.put("drawn-12-parties-room", room(Samples.targets("drawn", 50, 30, 12)));
    for (String state : List.of("committed1", "revealed", "drawn")) {
      scenes.put(state + "-regions", open(Samples.regional(state, 50, 6)));
      scenes.put(state + "-regions-room", room(Samples.regional(state, 1200, 30)));
    }
    Progress naming = new Progress("naming", 3, 6, 1_480_000, 1_500_000);
    scenes.put("running", running(open(Samples.targets("revealed", 30_000, 4, 3)), naming));
    scenes.put("running-12-strata", running(room(Samples.targets("drawn", 120, 12, 6)), naming));
    for (String state : List.of("prepared", "committed", "revealed", "drawn", "closed")) {
      scenes.put("teams-" + state, open(Samples.inspectors(state, 10)));
      scenes.put("teams-" + state + "-room", room(Samples.inspectors(state, 40)));
    }
    return scenes;
  }

  private static Map<String, Scene> scenes(Set<String> chosen) {
    Map<String, Scene> scenes = scenes();
    scenes.keySet().retainAll(chosen);
    assertThat(scenes).hasSameSizeAs(chosen);
    return scenes;
  }

  private static Scene running(Scene scene, Progress progress) {
    return new Scene(scene.screen(), scene.names(), progress);
  }

  private static Scene open(DrawScreen screen) {
    return new Scene(screen, Names.NONE, null);
  }

  private static Scene room(DrawScreen screen) {
    Map<String, String> parties = new HashMap<>();
    screen.parties().forEach(p -> parties.put(p.party(), "王见证 · 淄博市工业和信息化局法规科"));
    Map<String, String> tokens = new HashMap<>();
    screen.last().forEach(t -> tokens.put(t.token(), "淄博某某新材料科技（集团）股份有限公司第二分公司"));
    screen.places().forEach(p -> tokens.put(p.group(), "山东某某陶瓷有限公司"));
    screen.places().forEach(p -> tokens.put(p.person(), "欧阳检查"));
    DrawScreen.@Nullable Teams teams = screen.teams();
    if (teams != null) {
      for (DrawScreen.Team team : teams.first()) {
        tokens.put(team.group(), "V-2026-0012 山东某某陶瓷有限公司");
        team.persons().forEach(p -> tokens.put(p, "欧阳检查"));
      }
    }
    return new Scene(screen, new Names(parties, tokens), null);
  }

  private static void picture(Page page, String name) {
    @Nullable String folder = System.getProperty("screen.pictures");
    if (folder != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }

  private static List<String> barriers(Page page) {
    // There are no frames of other origins, for which axe would open a further page each time.
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .map(rule -> rule.getId() + rule.getNodes())
            .toList();
  }

  /** What is wrong with a page, each with the name of its scene. */
  private static List<String> look(Page page, String name, String... questions) {
    List<String> found = new ArrayList<>();
    for (String question : questions) {
      ((List<?>) page.evaluate(question)).forEach(each -> found.add(name + ": " + each));
    }
    return found;
  }

  @Test
  void on_a_wall_the_fullest_states_fit_without_scrolling_and_no_text_is_under_28_px() {
    assertFitsTheWall(FULLEST);
  }

  @Test
  @Tag("deep")
  void on_a_wall_every_state_fits_without_scrolling_and_no_text_is_under_28_px() {
    assertFitsTheWall(scenes().keySet());
  }

  private static void assertFitsTheWall(Set<String> chosen) {
    List<String> wrong = new ArrayList<>();
    try (BrowserContext wall = window(1920, 1080, ReducedMotion.REDUCE)) {
      Page page = wall.newPage();
      for (String language : List.of("zh", "en")) {
        scenes(chosen)
            .forEach(
                (name, scene) -> {
                  stage.show(scene.screen(), scene.names(), scene.progress());
                  page.navigate(stage.address() + language);
                  picture(page, name + "-" + language);
                  wrong.addAll(look(page, name + "-" + language, SMALL, OUTSIDE));
                });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void on_a_phone_the_fullest_states_are_not_wider_than_the_window_and_nothing_is_a_barrier() {
    assertFitsThePhone(FULLEST);
  }

  @Test
  @Tag("deep")
  void on_a_phone_no_state_is_wider_than_the_window_and_nothing_is_a_barrier() {
    assertFitsThePhone(scenes().keySet());
  }

  private static void assertFitsThePhone(Set<String> chosen) {
    List<String> wrong = new ArrayList<>();
    try (BrowserContext phone = window(390, 844, ReducedMotion.REDUCE);
        BrowserContext wall = window(1920, 1080, ReducedMotion.REDUCE)) {
      Page narrow = phone.newPage();
      Page wide = wall.newPage();
      scenes(chosen)
          .forEach(
              (name, scene) -> {
                stage.show(scene.screen(), scene.names(), scene.progress());
                narrow.navigate(stage.address() + "zh");
                picture(narrow, name + "-390");
                wrong.addAll(look(narrow, name, WIDER));
                if (LOOKED_AT.contains(name)) {
                  barriers(narrow).forEach(b -> wrong.add(name + " 390: " + b));
                  wide.navigate(stage.address() + "en");
                  barriers(wide).forEach(b -> wrong.add(name + ": " + b));
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @Tag("deep")
  void a_smaller_projector_shows_the_same_without_scrolling() {
    List<String> wrong = new ArrayList<>();
    for (int[] size : new int[][] {{1366, 768}, {1280, 720}, {1024, 768}, {3840, 2160}}) {
      try (BrowserContext wall = window(size[0], size[1], ReducedMotion.REDUCE)) {
        Page page = wall.newPage();
        for (String name : List.of("committed1", "drawn-50000", "teams-drawn", "void")) {
          Scene scene = java.util.Objects.requireNonNull(scenes().get(name));
          stage.show(scene.screen(), scene.names(), scene.progress());
          page.navigate(stage.address() + "zh");
          wrong.addAll(look(page, name + " " + size[0], OUTSIDE));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void events_change_the_page_without_reloading_it_and_the_drawn_are_counted_in_their_order() {
    try (Stage own = new Stage();
        BrowserContext wall = window(1920, 1080, ReducedMotion.NO_PREFERENCE)) {
      own.show(Samples.targets("prepared", 50, 4, 3), Names.NONE);
      Page page = wall.newPage();
      page.navigate(own.address() + "zh");
      page.evaluate("() => { window.sameDocument = true }");
      for (String state : List.of("committed", "committed1", "revealed")) {
        DrawScreen now = Samples.targets(state, 50, 4, 3);
        own.change(now, Names.NONE, Locale.CHINESE);
        page.waitForSelector("[data-state=" + now.state() + "]");
        page.waitForFunction(
            "n => document.querySelectorAll('[data-party].open').length === n", now.revealed());
      }
      own.change(Samples.targets("drawn", 50, 4, 3), Names.NONE, Locale.CHINESE);
      page.waitForFunction("() => document.querySelectorAll('[data-rows] > li.new').length > 3");
      picture(page, "counting");
      assertThat(look(page, "counting", SMALL, OUTSIDE)).isEmpty();
      assertThat(page.textContent(".ds-say")).contains("正在按抽签顺序");
      int count = Integer.parseInt(page.textContent("[data-count]"));
      assertThat(count).isBetween(1, 49);
      page.waitForFunction(
          "() => document.querySelector('.ds-say').textContent.includes('抽取完成')",
          null,
          new Page.WaitForFunctionOptions().setTimeout(60_000));
      assertThat(page.textContent("[data-count]")).isEqualTo("50");
      assertThat((Boolean) page.evaluate("() => window.sameDocument")).isTrue();
    }
  }

  @Test
  void fifty_thousand_and_teams_are_counted_within_the_wall() {
    try (BrowserContext wall = window(1920, 1080, ReducedMotion.NO_PREFERENCE)) {
      for (boolean targets : new boolean[] {true, false}) {
        try (Stage own = new Stage()) {
          own.show(screen(targets, "revealed"), Names.NONE);
          Page page = wall.newPage();
          page.navigate(own.address() + "zh");
          page.waitForSelector("[data-line]:has-text('live')");
          own.change(screen(targets, "drawn"), Names.NONE, Locale.CHINESE);
          page.waitForFunction(
              "() => document.querySelectorAll('[data-rows] > li').length > 9"
                  + " && document.querySelector('[data-newest]').textContent !== ''");
          picture(page, "counting-" + (targets ? "50000" : "teams"));
          assertThat(look(page, "counting", SMALL, OUTSIDE)).isEmpty();
          assertThat((Integer) page.evaluate("() => document.querySelectorAll('*').length"))
              .isLessThan(600);
          page.close();
        }
      }
    }
  }

  private static DrawScreen screen(boolean targets, String state) {
    return targets ? Samples.targets(state, 50_000, 12, 6) : Samples.inspectors(state, 40);
  }

  @Test
  void whoever_wants_no_motion_sees_the_result_at_once() {
    try (Stage own = new Stage();
        BrowserContext wall = window(1920, 1080, ReducedMotion.REDUCE)) {
      own.show(Samples.targets("revealed", 50_000, 4, 3), Names.NONE);
      Page page = wall.newPage();
      page.navigate(own.address() + "zh");
      page.waitForSelector("[data-line]:has-text('live')");
      own.change(Samples.targets("drawn", 50_000, 4, 3), Names.NONE, Locale.CHINESE);
      page.waitForSelector("[data-state=drawn]");
      assertThat(page.textContent("[data-count]")).isEqualTo("50,000");
      assertThat(page.textContent(".ds-say")).contains("抽取完成");
      assertThat(look(page, "still", MOVING)).isEmpty();
    }
  }
}
