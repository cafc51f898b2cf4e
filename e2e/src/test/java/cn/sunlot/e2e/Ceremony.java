package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** A public draw, from its first witness to its closed record, and what anybody does afterwards. */
final class Ceremony {

  private static final byte[] SHEET = "%PDF-1.7 signed by all".getBytes(StandardCharsets.US_ASCII);

  private final Desk desk;
  private final Page page;

  /** The ceremony whose page the desk shows. */
  Ceremony(Desk desk) {
    this.desk = desk;
    this.page = desk.page();
  }

  /**
   * Holds it. The witness makes the nonce in the browser of the room; the platform gets it only
   * when it is revealed.
   *
   * @param name of the pictures
   */
  void hold(String name) {
    desk.shows("登记监督人").picture(name + "-prepared");
    addWitness();
    desk.picture(name + "-witness").command("commit").shows("待揭示").picture(name + "-committed");
    page.locator("[data-reveal=operator]").click();
    assertThat(page.locator("[data-party=operator]")).containsText("已揭示");
    page.locator("[data-reveal=w1]").click();
    page.locator("[data-test=reveal]").click();
    desk.shows("待抽取").picture(name + "-revealed");
    desk.command("draw").shows("待归档").picture(name + "-drawn");
    refuseToDrawAgain();
    attach("现场照片或视频", Photo.named("现场.jpg"));
    assertThat(page.getByText("办结前还缺：各方签名，或签字的记录表")).isVisible();
    assertThat(page.locator("[data-command=close]")).isDisabled();
    attach("各方签字的抽取记录表", new FilePayload("记录表.pdf", "application/pdf", SHEET));
    desk.command("close").shows("已办结");
    page.locator("[data-test=check]").click();
    assertThat(page.getByText("已重新计算，与记录完全一致。")).isVisible();
    desk.picture(name + "-closed");
  }

  private void addWitness() {
    page.locator("#field-name").fill("孙文静");
    page.locator("#field-unit").fill("法规科");
    page.locator(".el-form-item:has(#field-kind) .el-select").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("法规部门")).click();
    page.locator("[data-way=here]").click();
    page.locator("[data-test=make]").click();
    assertThat(page.locator("[data-test=nonce]")).hasText(Pattern.compile("[0-9a-f ]{79}"));
    page.getByText("监督人已打印或抄下回执").click();
    page.locator("[data-test=add]").click();
    assertThat(page.locator("[data-party=w1]")).containsText("孙文静");
  }

  private void attach(String label, FilePayload file) {
    page.locator("input[type=file][aria-label='" + label + "']:not([disabled])")
        .setInputFiles(file);
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(file.name)))
        .isVisible();
  }

  /** What is drawn is drawn: no button is left, and what no screen sends is refused as well. */
  private void refuseToDrawAgain() {
    desk.hasNot("draw").hasNot("commit").hasNot("reveal");
    JsonObject problem = desk.api().refused(desk.path(), "draw");
    Assertions.assertThat(problem.get("title").getAsString()).isEqualTo("不得重新抽取");
  }
}
