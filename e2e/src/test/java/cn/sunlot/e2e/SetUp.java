package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The page of an empty program: its one-time code, the bureau, and three administrators. */
final class SetUp {

  private final Office office;
  private final Page page;

  SetUp(Office office) {
    this.office = office;
    this.page = office.door();
  }

  /**
   * Sets up a bureau whose administrators are {@code sysadmin}, {@code secadmin}, {@code
   * auditadmin}.
   */
  void run(String bureau) throws java.io.IOException {
    assertThat(page).hasURL(Pattern.compile(".*/setup"));
    Form form = new Form(page).type("field-code", "0000-0000-0000-0000-0000");
    form.type("authority-name", bureau).type("authority-region", "370300");
    form.choose("authority-profileId", "淄博市工业和信息化局");
    administrator("systemAdministrator", "郑伟", "sysadmin");
    administrator("securityAdministrator", "冯雪", "secadmin");
    administrator("auditAdministrator", "韩冰", "auditadmin");
    page.locator("[data-test=send]").click();
    assertThat(page.locator(".problem")).containsText("初始化码");
    office.pictures().take(page, "setup-wrong-code");
    form.type("field-code", office.program().setUpCode());
    page.locator("[data-test=send]").click();
    assertThat(page.locator("#login, a.provider").first()).isVisible();
    office.pictures().take(page, "setup-done");
    page.context().close();
  }

  private void administrator(String post, String name, String login) {
    new Form(page)
        .type(post + "-name", name)
        .type(post + "-login", login)
        .type(post + "-password", office.password());
  }
}
