package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PdfText;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.draw.LineCode;
import cn.sunlot.screen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** With which a notice leads to the target's own line of the draw. */
@PlatformTest
@TestPropertySource(properties = "sunlot.public-address=https://ssj.example.gov.cn/")
class NoticeLineTest {

  private static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);
  private static final Pattern WHERE =
      Pattern.compile("https://ssj\\.example\\.gov\\.cn/draws/([0-9a-f-]{36})/line");
  private static final Pattern CODE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{1,5}){9,}(?![a-z])");

  @Autowired private Chain chain;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;

  private byte[] notice(String language) throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    Bureau bureau = bureaus.create("zibo_miit");
    chain.addInspector(bureau, "赵检查", "节能科", LICENCE, bureau.person("inspector"));
    chain.addInspector(bureau, "钱检查", "节能科", LICENCE, bureau.person("inspector2"));
    chain.addTargets(bureau, "A", 10);
    UUID line = chain.publishedLine(bureau, "JN-01", Map.of("A", 1000));
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    JsonNode visit = chain.visits(bureau, task).get(0);
    return chain
        .api()
        .read(
            bureau,
            "inspector",
            "/api/visits/" + visit.get("id").asString() + "/notice.pdf?lang=" + language)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group();
  }

  private static List<BufferedImage> pictures(byte[] pdf) throws IOException {
    List<BufferedImage> pictures = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
            pictures.add(picture.getImage());
          }
        }
      }
    }
    return pictures;
  }

  @Test
  void the_code_stands_as_text_that_can_be_copied_and_as_a_qr_code_that_keeps_it_from_servers()
      throws Exception {
    byte[] pdf = notice("zh");
    String text = PdfText.of(pdf).text();
    String where = found(WHERE, text);
    String code = found(CODE, text);
    assertThat(text).contains(LineCode.parse(code).unit());
    List<BufferedImage> pictures = pictures(pdf);
    assertThat(pictures).hasSize(1);
    BufferedImage expected =
        ImageIO.read(new ByteArrayInputStream(QrCode.png(where + "#code=" + code)));
    assertThat(dark(pictures.get(0))).isEqualTo(dark(expected));
    photograph(pdf, "notice-zh");
  }

  private static List<String> dark(BufferedImage picture) {
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < picture.getWidth(); x++) {
        row.append((picture.getRGB(x, y) & 0xff) < 128 ? '#' : ' ');
      }
      rows.add(row.toString());
    }
    return rows;
  }

  @Test
  void it_has_both_in_english_too() throws Exception {
    byte[] pdf = notice("en");
    String text = PdfText.of(pdf).text();
    assertThat(text).contains("Itisyoursalone").doesNotContain("fieldwork.");
    assertThat(text).contains(LineCode.parse(found(CODE, text)).unit());
    assertThat(pictures(pdf)).hasSize(1);
    photograph(pdf, "notice-en");
  }

  /** For people to look at: {@code -Dscreen.pictures=<folder>}. */
  private static void photograph(byte[] pdf, String name) throws IOException {
    String folder = System.getProperty("screen.pictures");
    if (folder == null) {
      return;
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        Path file = Path.of(folder, name + "-" + (page + 1) + ".png");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        ImageIO.write(renderer.renderImageWithDPI(page, 110), "png", file.toFile());
      }
    }
  }
}
