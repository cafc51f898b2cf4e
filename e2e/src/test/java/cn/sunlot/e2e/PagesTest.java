package cn.sunlot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every page of the back office, looked at by those who use it, in both languages and sizes. */
@TestInstance(Lifecycle.PER_CLASS)
class PagesTest {

  /** What the windows of those who have signed in keep: every look is by the same people. */
  private final Map<String, List<Cookie>> cookies = new HashMap<>();

  private Program program;
  private Chromium chromium;

  @BeforeAll
  void start() throws Exception {
    program = Program.commonDemo();
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @Test
  void the_public_site_says_that_the_demonstration_is_made_up() {
    Page page = chromium.desktop().newPage();
    page.navigate(program.portal());
    assertThat(page.locator(".demo").innerText()).contains("数据均为虚构");
    page.context().close();
  }

  /** A third of the pages, by turns this way and that; each in all four ways in deep. */
  @Test
  void pages_are_sound_on_a_desktop_in_chinese_and_on_a_phone_in_english_in_turn()
      throws Exception {
    assertThat(faults(Look.DESKTOP, 6, 0)).isEmpty();
    assertThat(faults(Look.PHONE_ENGLISH, 6, 3)).isEmpty();
  }

  @Test
  @Tag("deep")
  void every_page_is_sound_on_a_desktop_in_chinese() throws Exception {
    assertThat(faults(Look.DESKTOP, 1, 0)).isEmpty();
  }

  @Test
  @Tag("deep")
  void every_page_is_sound_on_a_phone_in_english() throws Exception {
    assertThat(faults(Look.PHONE_ENGLISH, 1, 0)).isEmpty();
  }

  @Test
  @Tag("deep")
  void every_page_is_sound_on_a_desktop_in_english() throws Exception {
    assertThat(faults(Look.DESKTOP_ENGLISH, 1, 0)).isEmpty();
  }

  @Test
  @Tag("deep")
  void every_page_is_sound_on_a_phone_in_chinese() throws Exception {
    assertThat(faults(Look.PHONE, 1, 0)).isEmpty();
  }

  /** What is wrong with every n-th page, from this one on. */
  private List<String> faults(Look look, int every, int from) throws IOException {
    Path folder = Path.of(System.getProperty("sunlot.pictures"), look.folder());
    Pictures pictures = Pictures.looking(Files.createDirectories(folder));
    List<String> faults = new ArrayList<>();
    Map<String, Desk> desks = new HashMap<>();
    for (String login : ConsolePages.people()) {
      // At the door in one look, and one of them in every look.
      if (desks.isEmpty()) {
        cookies.remove(login);
      }
      Desk desk = desk(look.window(chromium), login, pictures);
      desk.page().onPageError(error -> faults.add(desk.page().url() + ": " + error));
      desks.put(login, desk);
    }
    List<ConsolePages.Stop> stops = ConsolePages.of(desks);
    for (int i = from; i < stops.size(); i += every) {
      ConsolePages.Stop stop = stops.get(i);
      Desk desk = Objects.requireNonNull(desks.get(stop.login()));
      desk.open(stop.path()).settled().picture(stop.name());
      if (width(desk.page()) > look.width()) {
        faults.add(stop + ": " + width(desk.page()) + " pixels wide");
      }
      texts(desk.page()).forEach(text -> faults.add(stop + ": " + text));
    }
    faults.addAll(pictures.barriers());
    desks.values().forEach(desk -> desk.page().context().close());
    return faults;
  }

  private Desk desk(BrowserContext window, String login, Pictures pictures) throws IOException {
    List<Cookie> kept = cookies.get(login);
    if (kept != null) {
      return Desk.comeBack(window, kept, program.console(), pictures);
    }
    Desk desk = Desk.signIn(window, program.console(), login, program.password(), pictures);
    cookies.put(login, window.cookies());
    return desk;
  }

  private static int width(Page page) {
    return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
  }

  /** What should have been a word: the key of a text, or nothing printed as something. */
  private static List<String> texts(Page page) {
    String shown = page.locator("body").innerText();
    return java.util.regex.Pattern.compile(
            "\\b(undefined|NaN|Invalid Date|\\[object Object\\])|\\b[a-z]+\\.[a-zA-Z]+\\.[a-zA-Z.-]+\\b")
        .matcher(shown)
        .results()
        .map(java.util.regex.MatchResult::group)
        .distinct()
        .toList();
  }
}
