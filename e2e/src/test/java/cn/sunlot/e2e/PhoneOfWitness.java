package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/** A witness's own phone, 390 pixels wide, on the public site. */
final class PhoneOfWitness {

  private final Page page;
  private final Pictures pictures;

  private PhoneOfWitness(Page page, Pictures pictures) {
    this.page = page;
    this.pictures = pictures;
  }

  /** Scans the code on the operator's screen, that is, opens its link. */
  static PhoneOfWitness scan(Chromium chromium, String link, Pictures pictures) {
    Page page = chromium.phone().newPage();
    page.navigate(link);
    return new PhoneOfWitness(page, pictures).at("make");
  }

  Page page() {
    return page;
  }

  /** Waits until the page has come to this step by itself. */
  PhoneOfWitness at(String step) {
    assertThat(page.locator("#step-" + step)).isVisible();
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    return this;
  }

  PhoneOfWitness reads(String words) {
    assertThat(page.locator("main")).containsText(words);
    return this;
  }

  PhoneOfWitness picture(String name) {
    pictures.take(page, "phone-" + name);
    return this;
  }

  /** Makes the nonce and sends its commitment. */
  PhoneOfWitness commit() {
    page.locator("#do-make").click();
    return at("committed");
  }

  PhoneOfWitness reveal() {
    page.locator("#do-reveal").click();
    return this;
  }

  PhoneOfWitness open() {
    page.locator("#do-open").click();
    return this;
  }

  /** Sends another nonce than was committed to, which no button of the page does. */
  void revealAnother() {
    Object status =
        page.evaluate(
            "async () => (await fetch('/w/reveal', {method: 'POST', headers: {'Content-Type': 'application/json'},"
                + " body: JSON.stringify({code: location.hash.slice(1), nonce: '0'.repeat(64)})})).status");
    Assertions.assertThat(status).isEqualTo(200);
  }

  PhoneOfWitness sign() {
    stroke(page, page.locator("#glass"));
    page.locator("#do-sign").click();
    return this;
  }

  /** Draws a line across a field to sign on. */
  static void stroke(Page page, Locator field) {
    field.scrollIntoViewIfNeeded();
    BoundingBox box = Objects.requireNonNull(field.boundingBox());
    page.mouse().move(box.x + 20, box.y + box.height - 20);
    page.mouse().down();
    for (int i = 1; i <= 10; i++) {
      double across = box.x + 20 + (box.width - 40) * i / 10;
      page.mouse().move(across, box.y + box.height - 20 - (box.height - 40) * (i % 4) / 4);
    }
    page.mouse().up();
  }

  /** Takes the receipt home. */
  Path receipt(Path folder) {
    Download download = page.waitForDownload(() -> page.locator("#do-save").click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  /** What the page says of a receipt that was saved. */
  String compares(String portal, Path receipt) {
    page.navigate(portal + "receipt");
    page.locator("#file").setInputFiles(receipt);
    assertThat(page.locator("#text")).not().hasValue("");
    page.locator("#own button").click();
    Locator says = page.locator("[id^=says-]:visible");
    assertThat(says).hasCount(1);
    return says.getAttribute("id");
  }

  /** What each row of the comparison says. */
  List<String> rows() {
    return page.locator("#compared [data-says]:visible").all().stream()
        .map(said -> said.getAttribute("data-says"))
        .toList();
  }
}
