package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Anybody who wants to know, on the public site, in a browser that runs no scripts. */
final class Citizen {

  private final Page page;
  private final String portal;
  private final Pictures pictures;

  Citizen(Page page, String portal, Pictures pictures) {
    this.page = page;
    this.portal = portal;
    this.pictures = pictures;
  }

  /** Comes to the first page. */
  Citizen comes() {
    page.navigate(portal);
    return this;
  }

  /** Looks for an enterprise from where the citizen is. */
  Citizen looksFor(String words) {
    page.locator("form[role=search] input[type=search]").fill(words);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询")).click();
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/results\\?.*q=.*"));
    return this;
  }

  /** Follows the link whose text contains these words. */
  Citizen follows(String words) {
    link(words).click();
    return this;
  }

  private Locator link(String words) {
    return page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words))
        .first();
  }

  Citizen reads(String words) {
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(words);
    return this;
  }

  Citizen readsNot(String words) {
    assertThat(page.getByRole(AriaRole.MAIN)).not().containsText(words);
    return this;
  }

  /** How many results are listed. */
  Citizen finds(int results) {
    assertThat(page.locator("main li.card")).hasCount(results);
    return this;
  }

  /** Takes the transcript of the draw home. */
  Path downloads(Path folder) {
    Download download = page.waitForDownload(() -> link("下载抽取记录").click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  /** Where the citizen is. */
  String address() {
    return page.url();
  }

  Citizen picture(String name) {
    pictures.takeStill(page, "portal-" + name);
    return this;
  }
}
