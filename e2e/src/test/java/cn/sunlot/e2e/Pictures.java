package cn.sunlot.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes a picture of every page a journey comes to, and has axe look at it. */
final class Pictures {

  private static final Set<String> BAD = Set.of("serious", "critical");

  private final Path folder;
  private final List<String> barriers = new ArrayList<>();
  private int count;

  Pictures(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes one.
   *
   * @param name of the step, in lower case with hyphens
   */
  void take(Page page, String name) {
    takeStill(page, name);
    violations(page).forEach(violation -> barriers.add(name + ": " + violation));
  }

  /** Takes one of a page on which axe cannot look, as no scripts run. */
  void takeStill(Page page, String name) {
    count++;
    String file = String.format(Locale.ROOT, "%02d-%s.png", count, name);
    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)).setFullPage(true));
  }

  /** What axe found serious or critical, by picture. */
  List<String> barriers() {
    return barriers;
  }

  /** Keeps what a person saw at the end, to tell why a journey broke off. */
  void last(Page page, String login) {
    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("end-" + login + ".png")));
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> BAD.contains(rule.getImpact()))
            .map(Pictures::text)
            .toList();
  }

  private static String text(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getFailureSummary())
            .toList();
  }
}
