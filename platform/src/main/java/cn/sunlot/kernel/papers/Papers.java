package cn.sunlot.kernel.papers;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints papers: fills the template and sets it as PDF/A-2u, A4, with the font in it.
 *
 * <p>Nothing is fetched from anywhere, and data never becomes markup.
 */
@Component
public class Papers {

  private static final Logger LOG = LoggerFactory.getLogger(Papers.class);

  private static final DateTimeFormatter PDF_TIME =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static {
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
  }

  private final SpringTemplateEngine templates;
  private final MessageSource messages;
  private final PaperFont font;

  Papers(MessageSource messages, PaperFont font) {
    this.messages = messages;
    this.font = font;
    this.templates = templates(messages);
  }

  private static SpringTemplateEngine templates(MessageSource messages) {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("papers/");
    files.setSuffix(".html");
    // XML, because the typesetter reads nothing else.
    files.setTemplateMode(TemplateMode.XML);
    files.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setTemplateEngineMessageSource(messages);
    return engine;
  }

  /** The paper as the bytes of a PDF. */
  public byte[] print(Paper paper) {
    PaperWords words = new PaperWords(messages, paper.locale());
    String filled =
        templates.process(
            paper.template(),
            new Context(paper.locale(), Map.of("paper", paper, "p", paper.content(), "w", words)));
    Printable printable = Printable.of(filled, font.characters());
    String html = printable.text();
    if (!printable.missing().isEmpty()) {
      LOG.warn("{}: the font lacks {}, printed as codes", paper.number(), printable.missing());
      html = html.replace("</body>", note(words, printable) + "</body>");
    }
    try {
      return set(paper, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says on the paper itself what it could not print, to be put right by hand. */
  private static String note(PaperWords words, Printable printable) {
    String codes = String.join(words.text("papers.comma"), printable.missing());
    return "<p class=\"missing\">" + words.text("papers.missing", codes) + "</p>";
  }

  private byte[] set(Paper paper, String html) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(paper.at().toEpochMilli());
      var builder =
          new PdfRendererBuilder()
              .useFastMode()
              .usePDDocument(document)
              .usePdfAConformance(PdfAConformance.PDFA_2_U)
              .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
              .useFont(new PDFontSupplier(font.in(document)), PaperFont.FAMILY)
              .useExternalResourceAccessControl(
                  (address, type) -> isPicture(address),
                  ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .useExternalResourceAccessControl(
                  (address, type) -> isPicture(address),
                  ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
              .withProducer("Sunlot")
              .withHtmlContent(html, null);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        date(document, paper.at());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
      }
    }
  }

  /** A signature stands in the paper itself; an address of anything else leads nowhere. */
  private static boolean isPicture(String address) {
    return address.startsWith("data:image/png;base64,");
  }

  /** Puts the paper's own time where the typesetter wrote the present. */
  private static void date(PDDocument document, Instant at) throws IOException {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    document
        .getDocumentInformation()
        .getCOSObject()
        .setString(COSName.CREATION_DATE, PDF_TIME.format(second));
    PDMetadata described = document.getDocumentCatalog().getMetadata();
    String xmp = new String(described.toByteArray(), StandardCharsets.UTF_8);
    String dated =
        xmp.replaceAll("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)", "$1" + second + "$2");
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
  }
}
