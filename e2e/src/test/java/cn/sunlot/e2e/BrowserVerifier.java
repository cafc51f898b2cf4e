package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Anybody who verifies a draw on the public site, in a browser that runs its one script. */
final class BrowserVerifier {

  private final Page page;
  private final List<String> requests = new ArrayList<>();

  BrowserVerifier(Page page) {
    this.page = page;
    page.onRequest(request -> requests.add(request.url()));
  }

  /** Comes to the page by its address. */
  BrowserVerifier comes(String address) {
    page.navigate(address);
    assertThat(page.locator("#verifier")).isVisible();
    return this;
  }

  /** Comes by the button of a draw's page. */
  BrowserVerifier comesFrom(String draw) {
    page.navigate(draw);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("在浏览器里验证")).click();
    assertThat(page.locator("#verifier")).isVisible();
    return this;
  }

  /** From now on there is no network. */
  BrowserVerifier goesOffline() {
    page.context().setOffline(true);
    requests.clear();
    return this;
  }

  /** What was asked of any server since. */
  List<String> requests() {
    return requests;
  }

  /** Wants the whole log of the site to be looked at too. */
  BrowserVerifier withLog() {
    page.locator("summary").click();
    page.locator("#site-log").check();
    return this;
  }

  BrowserVerifier chooses(Path transcript) {
    page.locator("#file").setInputFiles(transcript);
    return this;
  }

  /** Verifies the draw that the page was opened for. */
  BrowserVerifier starts() {
    page.locator("#verify-form button").click();
    return this;
  }

  /** The conclusion, once there is one. */
  String verdict() {
    Locator verdict = page.locator("#conclusion");
    verdict.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    return verdict.innerText();
  }

  /** What stands at a check, e.g. {@code V10}. */
  String check(String number) {
    return page.locator(".checks > li")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.locator(".code", new Page.LocatorOptions().setHasText(exactly(number)))))
        .innerText();
  }

  private static java.util.regex.Pattern exactly(String text) {
    return java.util.regex.Pattern.compile("^" + text + "$");
  }

  /** The first box of the report. */
  String first() {
    return page.locator("#report > *").first().innerText();
  }

  Page page() {
    return page;
  }
}
