package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** The lines of the form that a page shows, filled in by keyboard and mouse. */
final class Form {

  private final Page page;

  Form(Page page) {
    this.page = page;
  }

  /** Types a text over what is there. */
  Form type(String id, String text) {
    page.locator("#" + id).fill(text);
    return this;
  }

  /** Types a number, and leaves the line, as the number counts only then. */
  Form count(String id, int number) {
    page.locator("#" + id).fill(Integer.toString(number));
    page.locator("#" + id).press("Tab");
    return this;
  }

  /** Types a day into a calendar's line, and leaves it. */
  Form day(String id, LocalDate day) {
    page.locator("#" + id).fill(day.toString());
    page.locator("#" + id).press("Tab");
    return this;
  }

  /** Opens the list of a line and takes the entry whose text begins so. */
  Form choose(String id, String entry) {
    return chooseFrom(page.locator(".el-select:has(#" + id + ")"), entry);
  }

  /** The same in a list without an id of its own. */
  Form chooseFrom(Locator list, String entry) {
    list.click();
    Locator option =
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(entry)).first();
    option.click();
    return this;
  }

  /** Closes the list of a line that takes several entries. */
  Form done() {
    page.keyboard().press("Escape");
    assertThat(page.locator("[role=listbox]:visible")).hasCount(0);
    return this;
  }

  /** Takes one of a few by its value. */
  Form pick(String value) {
    page.locator(".el-radio:has(input[value=" + value + "])").click();
    return this;
  }
}
