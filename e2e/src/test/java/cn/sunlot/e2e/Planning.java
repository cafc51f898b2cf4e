package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What may be inspected, and the plan of the year: drafted by the section, approved by the
 * principal.
 */
final class Planning {

  private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

  private final Desk officer;
  private final Desk principal;

  Planning(Desk officer, Desk principal) {
    this.officer = officer;
    this.principal = principal;
  }

  /** An item of the list that holds at most 40 in 100 in a year, with three questions. */
  void item(String code, String name) {
    officer.choose("抽查事项清单");
    Page page = officer.page();
    page.locator("[data-test=new]").click();
    Form form = new Form(page).type("field-code", code).type("field-name", name).pick("general");
    form.count("field-ratioCap", 40).count("field-timesPerYear", 2);
    form.choose("field-methods", "实地核查").done();
    form.type("field-body", "示范市工业和信息化局");
    form.type("field-targetKind", "工业企业");
    form.type("field-content", "能源计量、统计和节能目标责任制的执行情况");
    form.type("field-basis", "《中华人民共和国节约能源法》第十二条");
    officer.picture("item-draft");
    page.locator("[data-test=save]").click();
    officer.shows("草稿");
    checklist();
    throughApproval("item");
  }

  private void checklist() {
    Page page = officer.page();
    page.locator("[data-command=save-checklist]").click();
    page.locator("#checklist-title").fill("节能管理检查表");
    page.locator("[data-test=add-section]").click();
    page.locator("#section-0").fill("制度与计量");
    question("建立节能目标责任制并落实到人", "符合");
    question("按规定配备和使用能源计量器具", "符合");
    question("上一年度综合能源消费量（吨标准煤）", "数值");
    officer.picture("item-checklist");
    page.locator("[data-test=save]").click();
    officer.shows("草稿");
    assertThat(page.locator("main")).containsText("按规定配备和使用能源计量器具");
  }

  private void question(String text, String kind) {
    Page page = officer.page();
    page.locator("[data-test=add-question]").click();
    Locator question = page.locator("fieldset.question").last();
    question.locator("textarea").first().fill(text);
    question.locator("textarea").nth(1).fill("与资料不符，或者没有资料");
    if (!kind.equals("符合")) {
      new Form(page).chooseFrom(question.locator(".el-select").first(), kind);
    }
  }

  /** A plan of one line; what is above the item's cap is refused at its place. */
  void plan(String title, String line, String item) {
    officer.choose("年度抽查计划");
    Page page = officer.page();
    page.locator("[data-test=new]").click();
    new Form(page).count("field-year", YEAR).type("field-title", title);
    officer.confirm();
    page.locator("[data-test=add]").click();
    Form form = new Form(page).type("line1-title", line).type("line1-category", "节能监察");
    form.choose("line1-itemVersionIds", item).done();
    rate("A", 15);
    rate("B", 50);
    assertThat(page.getByText("超过上限 40%")).isVisible();
    page.locator("[data-test=save]").click();
    assertThat(page.locator("main")).containsText("超过“" + item);
    officer.picture("plan-over-cap");
    rate("B", 30);
    assertThat(page.getByText("超过上限 40%")).isHidden();
    page.locator("[data-test=save]").click();
    officer.shows("草稿");
    throughApproval("plan");
  }

  private void rate(String riskClass, int percent) {
    Locator rate =
        officer
            .page()
            .getByRole(
                AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName(riskClass + " 类比例（%）"));
    rate.fill(Integer.toString(percent));
    rate.press("Tab");
  }

  /** Submitted by one, approved by the other, who alone has the button; then published. */
  private void throughApproval(String what) {
    String address = officer.path();
    officer.command("submit").shows("待");
    officer.hasNot("approve");
    principal.open(address).shows("待");
    principal.hasNot("publish");
    principal.command("approve").hasNot("approve").picture(what + "-approved");
    officer.open(address).command("publish").shows("已公示").picture(what + "-published");
  }
}
