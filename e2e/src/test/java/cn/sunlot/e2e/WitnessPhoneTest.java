package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draw whose witness has nothing but a phone; then one that the phone makes void. */
class WitnessPhoneTest {

  private static final String LINE = "临淄区、桓台县节能管理制度检查";

  @TempDir private Path folder;

  @Test
  void a_witness_takes_part_on_a_phone_from_naming_to_signature_and_compares_the_receipt()
      throws Exception {
    try (Office office = Office.commonDemo();
        Chromium chromium = new Chromium()) {
      Desk officer = office.desk("section");
      Task task = Task.open(officer, LINE).freezePool();
      officer.follow("前往抽取页面");
      PhoneOfWitness phone = named(office, officer, chromium, true);
      Path receipt = holdToSignatures(office, officer, phone);
      compare(office, phone, receipt);

      officer.open("tasks/" + task.id()).command("form-teams").follow("前往抽取页面");
      failByTheBook(office, officer, chromium);
      assertThat(office.pictures().barriers()).as("axe, serious and critical").isEmpty();
    }
  }

  /** Names a witness for a link and opens it on a phone, where nothing else is needed. */
  private static PhoneOfWitness named(
      Office office, Desk officer, Chromium chromium, boolean supervises) {
    Page page = officer.page();
    page.locator("#field-name").fill("孙文静");
    page.locator("#field-unit").fill("法规科");
    page.locator(".el-form-item:has(#field-kind) .el-select").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("法规部门")).click();
    if (supervises) {
      page.locator("[data-test=supervises]").click();
    }
    page.locator("[data-test=add]").click();
    assertThat(page.locator("[data-awaited=w1]")).containsText("还没有给出链接");
    assertThat(page.locator(".now")).containsText("孙文静");
    officer.hasNot("commit");
    page.locator("[data-link=w1]").click();
    assertThat(page.locator("[data-test=link] svg")).isVisible();
    officer.picture("phone-link");
    String link = page.locator("[data-test=address]").innerText();
    assertThat(link).startsWith(office.program().portal() + "w#");
    return PhoneOfWitness.scan(chromium, link, office.pictures());
  }

  private Path holdToSignatures(Office office, Desk officer, PhoneOfWitness phone) {
    Page page = officer.page();
    phone.reads("孙文静").reads("名单已经锁定").picture("make").commit().picture("committed");
    assertThat(page.locator("[data-party=w1]")).containsText("已交出承诺值");
    officer.picture("phone-committed").command("commit").shows("待揭示");
    phone.at("reveal").reads("已核对：公布的承诺中有您的承诺值").picture("reveal").reveal();
    phone.at("opened").picture("opened");
    // Whoever reveals on a page that has not heard of the other is told to look again.
    assertThat(page.locator("[data-party=w1]")).containsText("已揭示");
    page.locator("[data-reveal=operator]").click();
    officer.shows("待抽取").hasNot("draw");
    assertThat(page.locator(".now")).containsText("等监督方揭示");
    officer.picture("phone-supervisor");
    phone.at("open").picture("open").open();
    officer.shows("待归档");
    phone.at("sign").picture("sign").sign().at("done").picture("done");
    Path receipt = phone.receipt(folder);
    signAtTheScreen(officer);
    officer.command("close").shows("已办结").picture("phone-closed");
    return receipt;
  }

  /** The operator signs on the screen; with the witness's signature no sheet is needed. */
  private static void signAtTheScreen(Desk officer) {
    Page page = officer.page();
    assertThat(page.locator("[data-signature=w1]")).containsText("已签名");
    page.locator("input[type=file][aria-label='现场照片或视频']:not([disabled])")
        .setInputFiles(Photo.named("现场.jpg"));
    assertThat(page.getByText("办结前还缺：各方签名，或签字的记录表")).isVisible();
    page.locator("[data-sign=operator]").click();
    PhoneOfWitness.stroke(page, page.locator("[data-signature=operator] canvas"));
    officer.picture("phone-sign");
    page.locator("[data-test=sign]").click();
    assertThat(page.locator("[data-signature=operator]")).containsText("已签名");
  }

  private void compare(Office office, PhoneOfWitness phone, Path receipt) throws Exception {
    String portal = office.program().portal();
    assertThat(phone.compares(portal, receipt)).isEqualTo("says-right");
    assertThat(phone.rows()).containsExactly("yes", "yes", "yes", "yes");
    phone.picture("receipt-right");
    Path forged = folder.resolve("forged.json");
    String text = Files.readString(receipt);
    String hash = text.replaceAll(".*\"commitmentHash\":\"([0-9a-f]{64})\".*", "$1");
    Files.writeString(forged, text.replace(hash, "0".repeat(64)));
    assertThat(phone.compares(portal, forged)).isEqualTo("says-wrong");
    assertThat(phone.rows()).containsExactly("yes", "no", "yes", "yes");
    phone.picture("receipt-wrong");
    Page english = phone.page().context().newPage();
    english.navigate(portal + "receipt?lang=en");
    office.pictures().take(english, "phone-receipt-en");
    english.navigate(portal + "w?lang=en");
    assertThat(english.locator("#enter")).isVisible();
    english.locator("#code").fill("22222-22222");
    english.locator("#enter button").click();
    assertThat(english.locator("#unknown")).isVisible();
    office.pictures().take(english, "phone-unknown-code-en");
    english.close();
  }

  private static void failByTheBook(Office office, Desk officer, Chromium chromium) {
    PhoneOfWitness phone = named(office, officer, chromium, false).commit();
    assertThat(officer.page().locator("[data-party=w1]")).containsText("已交出承诺值");
    officer.command("commit").shows("待揭示");
    phone.at("reveal").revealAnother();
    phone.at("void").reads("有一方公开的随机数与承诺不符").picture("void");
    officer.shows("已作废");
    assertThat(officer.page().locator("main")).containsText("随机数与承诺不一致");
    officer.picture("phone-void");
  }
}
