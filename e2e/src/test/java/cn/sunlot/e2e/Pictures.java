package cn.sunlot.e2e;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a picture of every page a journey comes to, where pictures are wanted ({@code
 * -Dsunlot.pictures.kept=true}, as in deep), and may have axe look at it.
 */
final class Pictures {

  /** No test looks at them, and they take long. */
  private static final boolean KEPT = Boolean.getBoolean("sunlot.pictures.kept");

  private static final Set<String> BAD = Set.of("serious", "critical");

  private final Path folder;
  private final boolean axe;
  private final List<String> barriers = new ArrayList<>();
  private int count;

  private Pictures(Path folder, boolean axe) {
    this.folder = folder;
    this.axe = axe;
  }

  /** With axe. */
  static Pictures looking(Path folder) {
    return new Pictures(folder, true);
  }

  /** Without axe, which takes longer than the rest of a step. */
  static Pictures only(Path folder) {
    return new Pictures(folder, false);
  }

  /**
   * Takes one.
   *
   * @param name of the step, in lower case with hyphens
   */
  void take(Page page, String name) {
    takeStill(page, name);
    if (axe) {
      violations(page).forEach(violation -> barriers.add(name + ": " + violation));
    }
  }

  /** Takes one of a page on which axe cannot look, as no scripts run. */
  void takeStill(Page page, String name) {
    if (!KEPT) {
      return;
    }
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

  /** There are no frames of other origins, for which axe would open a further page each time. */
  private static List<String> violations(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
        .options(options).setLegacyMode(true).analyze().getViolations().stream()
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
