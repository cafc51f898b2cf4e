package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.List;

/** The window of one person who has signed in to the back office. */
final class Desk {

  private final Page page;
  private final String console;
  private final Pictures pictures;
  private final ApiSteps api;

  private Desk(Page page, String console, Pictures pictures) {
    this.page = page;
    this.console = console;
    this.pictures = pictures;
    this.api = new ApiSteps(page, console);
  }

  /** Signs in as everybody does: on the login page, by keyboard and mouse. */
  static Desk signIn(
      BrowserContext window, String console, String login, String password, Pictures pictures) {
    Page page = window.newPage();
    page.navigate(console);
    page.locator("#login, button.other").first().waitFor();
    if (page.locator("#login").count() == 0) {
      page.locator("button.other").click();
    }
    page.locator("#login").fill(login);
    page.locator("#password").fill(password);
    page.locator("form button[type=submit], form .el-button--primary").first().click();
    assertThat(page.locator(".shell h1")).isVisible();
    return new Desk(page, console, pictures);
  }

  /**
   * Somebody who has signed in before in another window.
   *
   * @param cookies that the other window has kept
   */
  static Desk comeBack(
      BrowserContext window, List<Cookie> cookies, String console, Pictures pictures) {
    window.addCookies(cookies);
    Page page = window.newPage();
    page.navigate(console);
    assertThat(page.locator(".shell h1")).isVisible();
    return new Desk(page, console, pictures);
  }

  Page page() {
    return page;
  }

  ApiSteps api() {
    return api;
  }

  /** Opens a page of the back office, by its address without the first slash. */
  Desk open(String path) {
    page.navigate(console + path);
    assertThat(page.locator("main h1").first()).isVisible();
    return this;
  }

  /** Opens a page by its entry in the menu. */
  Desk choose(String entry) {
    menu(entry).click();
    assertThat(page.locator("main h1")).containsText(entry);
    return this;
  }

  private Locator menu(String entry) {
    return page.locator("nav.side")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(entry).setExact(true));
  }

  /** Presses a command of the page and confirms it where the page asks. */
  Desk command(String name) {
    page.locator("[data-command=" + name + "]").click();
    return confirm();
  }

  /** Confirms what a dialog asks. */
  Desk confirm() {
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.locator("footer .el-button--primary, footer .el-button--danger").click();
    assertThat(dialog).isHidden();
    return this;
  }

  /** Follows the link whose text begins so. */
  Desk follow(String text) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text)).click();
    return this;
  }

  /** What the status tag beside the title says. */
  Desk shows(String status) {
    assertThat(page.locator("main h1")).containsText(status);
    return this;
  }

  /** Where in the back office the window is, without the first slash. */
  String path() {
    return page.url().substring(console.length());
  }

  /** A command that is not this person's, or not now, has no button. */
  Desk hasNot(String command) {
    assertThat(page.locator("main h1").first()).isVisible();
    assertThat(page.locator("[data-command=" + command + "]")).hasCount(0);
    return this;
  }

  /** A page that is not this person's has no entry in the menu, and says so at its address. */
  Desk mayNot(String entry, String path) {
    assertThat(menu(entry)).hasCount(0);
    page.navigate(console + path);
    assertThat(page.getByText("您没有访问此页面的权限").first()).isVisible();
    return this;
  }

  /** Opens a tab by its key. */
  Desk tab(String key) {
    Locator tab = page.locator("#tab-" + key);
    tab.click();
    assertThat(tab).hasAttribute("aria-selected", "true");
    return this;
  }

  /** Waits until the page has everything it asked for. */
  Desk settled() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("[aria-busy=true], .el-loading-mask")).hasCount(0);
    return this;
  }

  Desk picture(String name) {
    pictures.take(page, name);
    return this;
  }
}
