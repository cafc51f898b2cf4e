package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** What the section reports about a task, and what is published with it. */
final class Report {

  private final Desk writer;
  private final String path;

  private Report(Desk writer, String path) {
    this.writer = writer;
    this.path = path;
  }

  /** The report that the end of a task has set up. */
  static Report of(Desk writer, String task) {
    for (JsonObject report : writer.api().list("reports")) {
      if (report.get("taskId").getAsString().equals(task)) {
        return new Report(writer, "reports/" + report.get("id").getAsString());
      }
    }
    throw new AssertionError("no report of task " + task);
  }

  /** Fills it in and hands it in; who writes cannot publish. */
  Report write(String findings, String handling) {
    Page page = writer.choose("任务报告").picture("reports").open(path).page();
    new Form(page)
        .type("field-period", "本年度")
        .type("field-content", "节能管理制度执行情况")
        .type("field-findings", findings)
        .type("field-handling", handling);
    writer.hasNot("submit");
    page.locator("[data-test=save]").click();
    assertThat(page.locator("[data-command=submit]")).isVisible();
    writer.picture("report-written").command("submit").shows("待公示").hasNot("publish");
    return this;
  }

  /** With it, all results of the task come into the open. */
  void publish(Desk head) {
    head.open(path).command("publish").shows("已公示").picture("report-published");
  }
}
