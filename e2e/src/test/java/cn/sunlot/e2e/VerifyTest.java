package cn.sunlot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Anybody verifies a draw on the public site, in the own browser, without any server. */
@TestInstance(Lifecycle.PER_CLASS)
class VerifyTest {

  private static final Path SAMPLES = Path.of("../drawlog/src/test/resources/samples");
  private static final Path REFUSED = SAMPLES.resolve("refused");
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir private static Path folder;

  private Program program;
  private Chromium chromium;
  private Pictures pictures;

  @BeforeAll
  void start() throws Exception {
    program = Program.commonDemo();
    chromium = new Chromium();
    Path shown = Path.of(System.getProperty("sunlot.pictures"), "verify");
    pictures = Pictures.looking(Files.createDirectories(shown));
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private BrowserVerifier verifier(BrowserContext window, String language) {
    BrowserVerifier verifier = new BrowserVerifier(window.newPage());
    return verifier.comes(program.portal() + "verify?lang=" + language);
  }

  @Test
  void a_draw_is_verified_without_any_network_in_both_languages_and_sizes() throws IOException {
    for (String language : List.of("zh", "en")) {
      BrowserContext window = language.equals("zh") ? chromium.desktop() : chromium.phone();
      BrowserVerifier verifier = verifier(window, language);
      pictures.take(verifier.page(), "empty-" + language);
      verifier.goesOffline().chooses(SAMPLES.resolve("targets-sha256.zip"));
      assertThat(verifier.verdict())
          .isEqualTo(
              language.equals("zh")
                  ? "结论：所检查的各项全部成立"
                  : "Conclusion: everything that was checked holds");
      for (String line :
          Files.readAllLines(SAMPLES.resolve("targets-sha256." + language + ".txt"))) {
        String said = line.replaceFirst("^ +", "").replaceFirst("^V\\d+ [^:：]*[:：] ?", "");
        assertThat(verifier.page().locator("#report").innerText()).contains(said);
      }
      assertThat(verifier.requests()).isEmpty();
      pictures.take(verifier.page(), "accepted-" + language);
      assertFits(verifier.page());
      window.close();
    }
    assertThat(pictures.barriers()).as("axe, serious and critical").isEmpty();
  }

  @Test
  void a_forged_draw_is_refused_with_check_file_and_line() throws IOException {
    Path forged =
        Verification.tamper(SAMPLES.resolve("targets-sm3.zip"), folder.resolve("forged.zip"));
    BrowserVerifier verifier = verifier(chromium.desktop(), "zh").goesOffline().chooses(forged);
    assertThat(verifier.verdict()).isEqualTo("结论：不成立，本记录不能证明该抽取结果");
    assertThat(verifier.check("V10")).contains("V10 result.json:1: $.rounds[0].strata.");
    assertThat(verifier.check("V9")).contains("通过");
    pictures.take(verifier.page(), "refused");
    for (String wrong : List.of("V6-second-commitment", "V7-late-reveal", "V13-entry-changed")) {
      String check = wrong.substring(0, wrong.indexOf('-'));
      verifier.chooses(REFUSED.resolve(wrong + ".zip"));
      verifier.page().getByText(wrong + ".zip").waitFor();
      assertThat(verifier.check(check)).contains("不通过", check + " log/");
    }
    verifier.page().context().close();
  }

  @Test
  void warnings_come_before_everything_else() {
    BrowserVerifier verifier =
        verifier(chromium.phone(), "zh").chooses(SAMPLES.resolve("without-log.zip"));
    assertThat(verifier.verdict()).isEqualTo("结论：所检查的各项全部成立");
    assertThat(verifier.first()).startsWith("首先请注意").contains("没有见证人联署");
    assertThat(verifier.check("V13")).contains("未检查：没有提供日志");
    verifier.page().context().close();
  }

  @Test
  void what_is_no_transcript_is_said_to_be_none() throws IOException {
    Path other = Files.writeString(folder.resolve("holiday.zip"), "not a zip");
    BrowserVerifier verifier = verifier(chromium.desktop(), "zh").chooses(other);
    assertThat(verifier.verdict()).isEqualTo("这个文件不是可以读取的抽取记录");
    pictures.take(verifier.page(), "no-transcript");
    verifier.page().context().close();
  }

  @Test
  void without_scripts_the_page_tells_how_else_to_verify() {
    try (BrowserContext window = chromium.withoutScripts()) {
      Page page = window.newPage();
      page.navigate(program.portal() + "verify?lang=zh");
      assertThat(page.locator("#verifier").isVisible()).isFalse();
      assertThat(page.locator("main").innerText()).contains("./sunlot verify", "验证不了什么");
    }
  }

  @Test
  @Tag("deep")
  void fifty_thousand_units_take_less_than_ten_seconds() throws IOException {
    for (String suite : List.of("sha256", "sm3")) {
      Path large = LargeTranscript.write(folder.resolve(suite + ".zip"), suite, 50_000);
      BrowserVerifier verifier = verifier(chromium.desktop(), "zh").goesOffline();
      long start = System.nanoTime();
      assertThat(verifier.chooses(large).verdict()).isEqualTo("结论：所检查的各项全部成立");
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(suite + ", 50,000 units in Chromium: " + took.toMillis() + " ms");
      assertThat(took).isLessThan(LIMIT);
      verifier.page().context().close();
    }
  }

  /** Nothing is wider than the screen. */
  private static void assertFits(Page page) {
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(page.viewportSize().width);
  }
}
