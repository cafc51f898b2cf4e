package cn.sunlot.kernel.papers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.PdfText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** Setting of papers, with the real font. */
class PapersTest {

  /** What the template {@code sample} prints. */
  public record Sample(List<String> lines) {}

  private static final Instant AT = Instant.parse("2026-03-02T02:03:04.567Z");
  private static final Papers PAPERS = new Papers(messages(), new PaperFont());

  private static ReloadableResourceBundleMessageSource messages() {
    var source = new ReloadableResourceBundleMessageSource();
    source.setBasename("classpath:messages/papers");
    source.setDefaultEncoding("UTF-8");
    source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  private static Paper paper(Instant at, String... lines) {
    return new Paper(
        "sample",
        Locale.SIMPLIFIED_CHINESE,
        "样张 S-1",
        "示范市工业和信息化局",
        "S-1",
        at,
        new Sample(List.of(lines)));
  }

  private static String printed(String... lines) {
    return PdfText.of(PAPERS.print(paper(AT, lines))).text();
  }

  @Test
  void rare_characters_of_names_are_printed_and_copied_as_they_are() {
    // Extension A, the basic block, and some of what lies beyond.
    assertThat(printed("示范市㛃堃喆赟犇骉䶮𬱟𬍛𬭊𫖯机械有限公司"))
        .contains("示范市㛃堃喆赟犇骉䶮𬱟𬍛𬭊𫖯机械有限公司")
        .doesNotContain("U+");
  }

  @Test
  void a_character_that_the_font_lacks_is_printed_as_its_code_and_the_paper_says_so() {
    assertThat(printed("示范市𠮷野酒业有限公司", "第\uE123号"))
        .contains("示范市〔U+20BB7〕野酒业有限公司", "第〔U+E123〕号")
        .contains("以编码代替：U+20BB7、U+E123。")
        .doesNotContain("#");
  }

  @Test
  void other_forms_of_a_character_are_printed_in_its_plain_form() {
    // Radicals look like characters and come out of old systems; nobody could find them again.
    assertThat(printed("\u2F2D\u2F42𝟏", "零宽\u200B字\uFE0F符\u0007"))
        .contains("山文1", "零宽字符")
        .doesNotContain("U+");
  }

  @Test
  void copied_text_is_of_characters_never_of_radicals() {
    String used =
        IntStream.rangeClosed(0x2F00, 0x2FD5)
            .mapToObj(
                c ->
                    java.text.Normalizer.normalize(
                        Character.toString(c), java.text.Normalizer.Form.NFKC))
            .reduce("", String::concat);
    assertThat(printed(used).codePoints().filter(c -> c >= 0x2E80 && c <= 0x2FDF)).isEmpty();
    assertThat(printed(used)).contains(used);
  }

  @Test
  void common_characters_are_copied_as_themselves_not_as_their_rare_twins() {
    assertThat(printed("橡胶（塑胶）〈附〉２～３户／次", "\u3B35\u301C\u2215"))
        .contains("橡胶（塑胶）〈附〉２～３户／次", "胶～／")
        .doesNotContain("U+");
  }

  @Test
  void data_never_becomes_markup() {
    assertThat(printed("甲<b>乙</b>&amp;<img src=\"file:///etc/hostname\"/>]]>"))
        .contains("甲<b>乙</b>&amp;<imgsrc=\"file:///etc/hostname\"/>]]>");
  }

  @Test
  void the_same_paper_is_the_same_bytes_and_another_one_is_not() {
    byte[] first = PAPERS.print(paper(AT, "检查记录"));
    assertThat(PAPERS.print(paper(AT, "检查记录"))).isEqualTo(first);
    assertThat(new Papers(messages(), new PaperFont()).print(paper(AT, "检查记录"))).isEqualTo(first);
    assertThat(PAPERS.print(paper(AT.plusSeconds(1), "检查记录"))).isNotEqualTo(first);
  }

  @Test
  void a_paper_is_pdf_a_with_its_font_and_the_time_of_what_it_says() throws IOException {
    try (PDDocument document = Loader.loadPDF(PAPERS.print(paper(AT, "检查记录")))) {
      String metadata =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(metadata)
          .contains("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>")
          .contains("<xmp:CreateDate>2026-03-02T02:03:04Z</xmp:CreateDate>");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2026-03-02T02:03:04Z");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("样张 S-1");
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void a_page_is_a4_black_on_white_and_says_which_of_how_many_it_is() throws IOException {
    String[] lines = IntStream.range(0, 120).mapToObj(i -> "第" + i + "行").toArray(String[]::new);
    byte[] pdf = PAPERS.print(paper(AT, lines));
    PdfText text = PdfText.of(pdf);
    assertThat(text.pages()).isGreaterThan(2);
    assertThat(text.text()).contains("第1页，共" + text.pages() + "页", "第2页，共" + text.pages() + "页");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 72);
      assertThat(picture.getWidth()).isEqualTo(595);
      assertThat(picture.getHeight()).isBetween(841, 842);
      assertThat(picture.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
    }
  }
}
