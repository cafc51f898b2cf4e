package cn.sunlot.kernel.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one font of the papers, read when the first is printed and kept. */
@Component
class PaperFont {

  static final String FAMILY = "Paper";

  private static final String FILE = "/papers/NotoSansSC-Regular.ttf";

  private record Loaded(byte[] bytes, CmapLookup characters) {}

  private volatile @Nullable Loaded loaded;

  /** Whether the font has a character. */
  IntPredicate characters() {
    CmapLookup characters = load().characters();
    return c -> characters.getGlyphId(c) != 0;
  }

  /** The font for one document, of which only the glyphs used are embedded. */
  PDFont in(PDDocument document) throws IOException {
    return PDType0Font.load(document, parse(load().bytes()), true);
  }

  private Loaded load() {
    Loaded found = loaded;
    if (found == null) {
      synchronized (this) {
        found = loaded;
        if (found == null) {
          found = read();
          loaded = found;
        }
      }
    }
    return found;
  }

  private static Loaded read() {
    try (InputStream in = Objects.requireNonNull(PaperFont.class.getResourceAsStream(FILE), FILE)) {
      byte[] bytes = in.readAllBytes();
      return new Loaded(bytes, parse(bytes).getUnicodeCmapLookup());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTypeFont parse(byte[] bytes) throws IOException {
    // A parsed font reads on demand from one position, so each document has its own.
    return new TTFParser(true).parse(new RandomAccessReadBuffer(bytes));
  }
}
