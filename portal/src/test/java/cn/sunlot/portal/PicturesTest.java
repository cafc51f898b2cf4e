package cn.sunlot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page as a picture, for people to look at: {@code -Dportal.pictures=<folder>}. */
@PortalTest
@EnabledIfSystemProperty(named = "portal.pictures", matches = ".+")
class PicturesTest {

  @Autowired private Site site;

  @Test
  void everyPageIsPhotographedWideAndNarrow() throws Exception {
    Path folder =
        Files.createDirectories(
            Path.of(java.util.Objects.requireNonNull(System.getProperty("portal.pictures"))));
    Map<String, String> pages = new TreeMap<>(Pages.NAMED);
    pages.put("home-en", "/?lang=en");
    pages.put("draw-en", Pages.DRAW + "?lang=en");
    pages.replaceAll(
        (n, p) -> p + (p.contains("lang=") ? "" : p.contains("?") ? "&lang=zh" : "?lang=zh"));
    for (var page : pages.entrySet()) {
      for (String size : List.of("1280,2000", "390,2600")) {
        Path picture = folder.resolve(page.getKey() + "-" + size.split(",", -1)[0] + ".png");
        Process browser =
            new ProcessBuilder(
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--hide-scrollbars",
                    "--window-size=" + size,
                    "--screenshot=" + picture,
                    site.address() + page.getValue())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(picture).isNotEmptyFile();
      }
    }
  }
}
