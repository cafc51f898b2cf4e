package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;

/** One visit on the page of its record, as on a tablet. */
final class Inspection {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final FilePayload PHOTO = Photo.named("门头.jpg");

  private final String record;
  private final Desk inspector;
  private final Page page;

  private Inspection(String record, Desk inspector) {
    this.record = record;
    this.inspector = inspector;
    this.page = inspector.page();
  }

  /** An inspector opens the record of a visit. */
  static Inspection open(String visitId, Desk inspector) {
    String record = "visits/" + visitId + "/record";
    return new Inspection(record, inspector.open(record));
  }

  /** The day, the method, and the two steps that come before everything else. */
  Inspection arrive() {
    page.locator("#visited-on").fill(LocalDate.now(ZONE).toString());
    page.locator("#visited-on").press("Enter");
    press("on-site");
    page.locator("[data-step=licencesShown]").check();
    page.locator("[data-step=noticeHandedOver]").check();
    return this;
  }

  /** A photo of the place; what is already filled in stays as it is. */
  Inspection photo() {
    return upload(PHOTO);
  }

  /** The note of a refusal with the signatures of the officers, as a picture. */
  Inspection officersSign() {
    press("signature");
    return upload(new FilePayload("拒签签字.jpg", PHOTO.mimeType, PHOTO.buffer));
  }

  private Inspection upload(FilePayload file) {
    page.locator("input[type=file]").setInputFiles(file);
    assertThat(
            page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(file.name)))
        .isVisible();
    return this;
  }

  /** All questions of all items are answered well. */
  Inspection findNothing() {
    int items = inspector.api().read(record).getAsJsonArray("items").size();
    for (int item = 1; item <= items; item++) {
      answer(0);
      press("no-problem-found");
      if (item < items) {
        page.locator("[data-test=next]").click();
      }
    }
    return this;
  }

  /** The first question is answered badly, with what was found and what was done about it. */
  Inspection findProblem(String finding, String measure) {
    answer(0);
    page.locator("[data-question]").first().locator("[data-value=not-conform]").click();
    press("problem-found-corrected");
    return correct(finding, measure);
  }

  /** Finding and measure, each in its place. */
  Inspection correct(String finding, String measure) {
    new Form(page).type("finding-0", finding).type("measures-0", measure);
    return this;
  }

  private void answer(int choice) {
    for (Locator question : page.locator("[data-question]").all()) {
      Locator options = question.locator("[data-value]");
      if (options.count() > 0) {
        options.nth(choice).click();
      } else {
        question.locator("input").fill("1280");
      }
    }
  }

  private void press(String value) {
    Locator button = page.locator("[data-value=" + value + "]");
    button.click();
    assertThat(button).hasAttribute("aria-pressed", "true");
  }

  /** Somebody of the target signs with a finger. */
  Inspection sign(String signer) {
    press("signed");
    page.locator("#signer").fill(signer);
    Locator pad = page.locator("canvas");
    pad.scrollIntoViewIfNeeded();
    BoundingBox box = pad.boundingBox();
    page.mouse().move(box.x + 80, box.y + 60);
    page.mouse().down();
    page.mouse().move(box.x + 240, box.y + 120);
    page.mouse().move(box.x + 400, box.y + 50);
    page.mouse().up();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存签名")).click();
    assertThat(page.getByText("签名已保存")).isVisible();
    return this;
  }

  /** The target does not want to sign; the officers put down why, and who saw it. */
  Inspection refuseToSign(String explanation, String witness) {
    press("refused");
    new Form(page).type("sign-explanation", explanation).type("sign-witness", witness);
    return this;
  }

  /** There is nothing to inspect: evidence first, then what was seen. */
  Inspection impossible(String reason, String explanation) {
    page.locator("#visited-on").fill(LocalDate.now(ZONE).toString());
    page.locator("#visited-on").press("Enter");
    press("direct");
    press(reason);
    new Form(page).type("direct-explanation", explanation);
    return this;
  }

  Inspection save() {
    page.locator("[data-test=save]").click();
    assertThat(page.getByText("内容已保存")).isVisible();
    return this;
  }

  Inspection picture(String name) {
    inspector.picture(name);
    return this;
  }

  /** Hands the record in; whoever is in the team may. */
  void submit() {
    inspector.command("submit").shows("待审核").hasNot("submit").hasNot("accept");
  }

  /** The head wants something put right. */
  static void sendBack(String visitId, Desk head, String note) {
    Page page = head.open("visits/" + visitId + "/record").shows("待审核").page();
    page.locator("[data-command=send-back]").click();
    page.locator("#field-note").fill(note);
    head.confirm().shows("退回更正");
  }

  /** The head takes the record as it is. */
  static void accept(String visitId, Desk head) {
    Page page = head.open("visits/" + visitId + "/record").shows("待审核").page();
    page.locator("[data-command=accept]").click();
    page.locator("#field-note").fill("同意");
    head.confirm().shows("已审核");
  }

  /** What the head wrote is what the inspector reads. */
  Inspection reads(String note) {
    assertThat(page.locator("main")).containsText(note);
    return this;
  }
}
