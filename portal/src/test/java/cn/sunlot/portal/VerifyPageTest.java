package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page that verifies a draw, as the server makes it; journeys try its script in a browser. */
@PortalTest
class VerifyPageTest {

  @Autowired private Site site;

  private String policy(String path) {
    return site.get(path).headers().firstValue("Content-Security-Policy").orElse("");
  }

  @Test
  void onlyThisPageMayRunAScriptAndOnlyOneOfThisSite() {
    assertThat(policy("/verify"))
        .contains("script-src 'self'", "worker-src 'self'", "connect-src 'self'")
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "*", "http", "blob:", "data:");
    assertThat(policy("/verify?draw=" + Pages.DRAW.substring("/draws/".length())))
        .isEqualTo(policy("/verify"));
    for (String path : List.of("/", "/draws", Pages.DRAW, "/verify/", "/verify.js", "/verifyx")) {
      assertThat(policy(path)).as(path).doesNotContain("script-src");
    }
  }

  @Test
  void withoutTheScriptItTellsHowToVerifyOnOnesOwnComputer() {
    for (String language : List.of("zh", "en")) {
      Document page = site.page("/verify?lang=" + language);
      assertThat(page.expectFirst("main").text()).contains("./sunlot verify transcript.zip");
      assertThat(page.select("#program, #limits")).hasSize(2);
      assertThat(page.select("section[aria-labelledby=limits] li")).hasSize(4);
    }
  }

  @Test
  void aDrawLeadsToItsOwnVerificationAndTheRecordIsOfThisSite() {
    String link = site.page(Pages.DRAW).expectFirst("main a[href^=/verify]").attr("href");
    assertThat(link).isEqualTo("/verify?draw=" + Pages.DRAW.substring("/draws/".length()));
    Document page = site.page(link);
    assertThat(page.expectFirst("main a[href$=transcript.zip]").attr("href"))
        .isEqualTo(Pages.DRAW + "/transcript.zip");
    assertThat(page.expectFirst("main pre").text()).contains("3703-D-2026-0002.zip");
  }

  @Test
  void aDrawWithoutRecordIsVerifiedFromAFile() {
    String id = Pages.VOID_DRAW.substring("/draws/".length());
    assertThat(site.page("/verify?draw=" + id).select("main a[href$=transcript.zip]")).isEmpty();
    assertThat(site.page(Pages.VOID_DRAW).select("main a[href^=/verify]")).isEmpty();
  }

  @Test
  void aDrawThatIsNotThereIsNotFound() {
    assertThat(site.get("/verify?draw=00000000-0000-7000-8000-00000000ffff").statusCode())
        .isEqualTo(404);
    assertThat(site.get("/verify?draw=x").statusCode()).isEqualTo(404);
  }
}
