package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One visit at which all is well: entered, recorded by photo, submitted, accepted. */
final class Inspection {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final String record;

  Inspection(String visitId) {
    this.record = "visits/" + visitId + "/record";
  }

  /** On the page of the record, as on a tablet. */
  void enterByHand(Desk inspector) {
    Page page = inspector.open(record).picture("record").page();
    page.locator("#visited-on").fill(LocalDate.now(ZONE).toString());
    page.locator("#visited-on").press("Enter");
    press(page, "on-site");
    page.locator("[data-step=licencesShown]").check();
    page.locator("[data-step=noticeHandedOver]").check();
    int items = inspector.api().read(record).getAsJsonArray("items").size();
    for (int item = 1; item <= items; item++) {
      answer(page);
      if (item < items) {
        page.locator("[data-test=next]").click();
      }
    }
    press(page, "signed");
    page.locator("#signer").fill("李厂长");
    page.locator("[data-test=save]").click();
    assertThat(page.getByText("内容已保存")).isVisible();
    inspector.picture("record-saved");
  }

  /** The first answer to every question is the good one. */
  private static void answer(Page page) {
    for (Locator question : page.locator("[data-question]").all()) {
      Locator choice = question.locator("button").first();
      if (choice.isVisible()) {
        choice.click();
      } else {
        question.locator("input").fill("1");
      }
    }
    press(page, "no-problem-found");
  }

  private static void press(Page page, String value) {
    Locator button = page.locator("[data-value=" + value + "]");
    button.click();
    assertThat(button).hasAttribute("aria-pressed", "true");
  }

  void submitByHand(Desk inspector) {
    Page page = inspector.open(record).page();
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("门头.jpg", "image/jpeg", Ceremony.PHOTO));
    assertThat(
            page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("门头.jpg")))
        .isVisible();
    inspector.command("submit").shows("待审核").picture("record-submitted");
  }

  void acceptByHand(Desk head) {
    Page page = head.open(record).page();
    page.locator("[data-command=accept]").click();
    page.locator("#field-note").fill("同意");
    head.confirm().shows("已审核").picture("record-accepted");
  }

  /** The same over the API, for the visits that only repeat it. */
  void enter(Desk inspector) {
    JsonObject detail = inspector.api().read(record);
    Map<String, Object> content = new HashMap<>();
    content.put("visitedOn", LocalDate.now(ZONE).toString());
    content.put("methods", List.of("on-site"));
    content.put("licencesShown", true);
    content.put("noticeHandedOver", true);
    content.put("adjustedSteps", "");
    content.put(
        "items",
        ApiSteps.objects(detail.getAsJsonArray("items")).stream().map(Inspection::entry).toList());
    content.put(
        "signature", Map.of("signed", true, "signer", "李厂长", "explanation", "", "witness", ""));
    inspector.api().command(record, "save", content);
  }

  private static Map<String, Object> entry(JsonObject item) {
    return Map.of(
        "taskId", item.get("taskId").getAsString(),
        "itemVersionId", item.get("itemVersionId").getAsString(),
        "answers", answers(item),
        "type", "no-problem-found",
        "finding", "",
        "measures", List.of(),
        "handling", "");
  }

  private static Map<String, String> answers(JsonObject item) {
    Map<String, String> answers = new HashMap<>();
    for (JsonObject section :
        ApiSteps.objects(item.getAsJsonObject("checklist").getAsJsonArray("sections"))) {
      for (JsonObject question : ApiSteps.objects(section.getAsJsonArray("questions"))) {
        answers.put(question.get("code").getAsString(), answer(question));
      }
    }
    return answers;
  }

  private static String answer(JsonObject question) {
    return switch (question.get("kind").getAsString()) {
      case "choice" -> question.getAsJsonArray("choices").get(0).getAsString();
      case "number" -> "1";
      default -> "conform";
    };
  }

  void submit(Desk inspector) {
    inspector
        .api()
        .upload(
            record, "evidence?kind=photo", new FilePayload("门头.jpg", "image/jpeg", Ceremony.PHOTO));
    inspector.api().command(record, "submit", null);
  }

  void accept(Desk head) {
    head.api().command(record, "accept", Map.of("note", "同意"));
  }
}
