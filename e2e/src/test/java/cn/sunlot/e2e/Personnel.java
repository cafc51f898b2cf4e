package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Sections and people: one administrator makes them, another says what they may do. */
final class Personnel {

  private final Office office;

  Personnel(Office office) {
    this.office = office;
  }

  /**
   * Adds a section.
   *
   * @param function what it is responsible for, or ""
   */
  void addSection(String name, String function) {
    Desk desk = office.desk("sysadmin").choose("部门与科室");
    desk.page().locator("[data-test=new]").click();
    Form form = new Form(desk.page()).type("field-name", name);
    if (!function.isEmpty()) {
      form.choose("field-functions", function);
      desk.page().locator("#field-name").click();
    }
    desk.confirm();
    assertThat(desk.page().locator("main")).containsText(name);
  }

  /** Adds a person, who then may do nothing until a role is given. */
  void add(String name, String login, String section, String role) {
    Desk desk = office.desk("sysadmin").choose("人员");
    desk.page().locator("[data-test=new]").click();
    new Form(desk.page())
        .type("field-name", name)
        .type("field-login", login)
        .choose("field-departmentId", section)
        .type("field-password", office.password());
    desk.confirm();
    assertThat(desk.page().locator("main h1")).containsText(name);
    assertThat(desk.page().locator("[data-command=assign-roles]")).hasCount(0);
    give(name, role);
  }

  private void give(String name, String role) {
    Desk desk = office.desk("secadmin").choose("人员");
    Page page = desk.page();
    assertThat(page.locator("[data-test=new]")).hasCount(0);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    page.locator("[data-command=assign-roles]").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.locator("input[value=" + role + "]").check();
    desk.confirm();
    assertThat(page.locator("[data-command=assign-roles]")).isVisible();
  }

  /** Shows both administrators' pages. */
  void pictures() {
    office.desk("sysadmin").choose("部门与科室").picture("sections");
    office.desk("secadmin").choose("人员").picture("people");
  }
}
