package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;

/** A spreadsheet on its way into a registry: file, columns, preview, result, rows given back. */
final class Importing {

  private static final double PATIENCE = 60_000;

  private final Desk desk;
  private final Page page;

  Importing(Desk desk) {
    this.desk = desk;
    this.page = desk.page();
  }

  /** Begins an import of {@code targets} or {@code inspectors}. */
  Importing begin(String kind) {
    desk.choose("批量导入");
    page.locator("[data-test=new]").click();
    page.locator(".el-radio-button:has(input[value=" + kind + "])").click();
    return this;
  }

  /** Downloads the template of the chosen kind. */
  Path template(Path folder) {
    return download("template", folder);
  }

  /** Uploads the file and comes to its columns. */
  Importing upload(Path file, String picture) {
    page.locator("input[type=file]").setInputFiles(file);
    desk.picture(picture + "-file");
    page.locator("[data-test=upload]").click();
    assertThat(page.locator("[data-field]").first()).isVisible();
    return this;
  }

  /** The start is barred as long as a required field has no column. */
  Importing lacks(String field) {
    assertThat(page.getByText("必须指定“" + field + "”对应的列")).isVisible();
    assertThat(page.locator("[data-test=start]")).isDisabled();
    return this;
  }

  /** Says which column of the sheet a field is, and looks again. */
  Importing map(String field, String column) {
    new Form(page).chooseFrom(page.locator("[data-field=" + field + "] .el-select"), column);
    page.locator("[data-test=preview]").click();
    assertThat(page.locator("[data-test=start]")).isEnabled();
    return this;
  }

  /**
   * What the preview says of rows: how many of {@code added}, {@code rejected}, {@code warned} …
   */
  Importing counts(String what, int rows) {
    assertThat(page.locator("[data-count=" + what + "]")).containsText(" " + rows);
    return this;
  }

  /** Imports, and waits for the result. */
  Importing run(String picture) {
    desk.picture(picture + "-preview");
    page.locator("[data-test=start]").click();
    assertThat(page.locator("h2.done"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    desk.picture(picture + "-done");
    return this;
  }

  /** Downloads the rows that were not taken or are doubtful, and reads them. */
  List<String> problems(Path folder) throws java.io.IOException {
    return Spreadsheets.read(download("errors", folder));
  }

  private Path download(String link, Path folder) {
    Download download =
        page.waitForDownload(() -> page.locator("[data-test=" + link + "]").click());
    Path file = folder.resolve(link + "-" + download.suggestedFilename());
    download.saveAs(file);
    return file;
  }
}
