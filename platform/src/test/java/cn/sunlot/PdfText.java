package cn.sunlot;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What somebody copies out of a PDF.
 *
 * @param text without white space, which only shows where lines happen to break
 */
public record PdfText(String text, int pages) {

  public static PdfText of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      return new PdfText(text.replaceAll("[\\s\\p{Z}]+", ""), document.getNumberOfPages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
