package cn.sunlot.drawing.web;

import cn.sunlot.drawing.usecase.Transcripts;
import cn.sunlot.drawing.web.DrawResponses.AttachmentView;
import cn.sunlot.drawing.web.DrawResponses.DrawDetail;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.kernel.papers.Papers;
import cn.sunlot.kernel.web.ProblemTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that stays of a draw in one zip (ZB-9): the record sheet with the transcript that it names,
 * photos, videos, signatures, the signed sheet, and {@code SHA256SUMS} over all of them.
 */
@Component
@Transactional(readOnly = true)
class DrawArchive {

  /** Its list of hashes, as {@code sha256sum -c} reads it. */
  static final String SUMS = "SHA256SUMS";

  private final DrawPapers sheets;
  private final Papers papers;
  private final DrawViews views;
  private final Transcripts transcripts;
  private final Files files;
  private final ProblemTexts texts;

  DrawArchive(
      DrawPapers sheets,
      Papers papers,
      DrawViews views,
      Transcripts transcripts,
      Files files,
      ProblemTexts texts) {
    this.sheets = sheets;
    this.papers = papers;
    this.views = views;
    this.transcripts = transcripts;
    this.files = files;
    this.texts = texts;
  }

  /** Where the archive goes, once it is whole. */
  @FunctionalInterface
  interface Target {
    OutputStream open(String name) throws IOException;
  }

  /**
   * Sends the archive, which is put together first: half of one must not look like a whole one.
   *
   * @throws cn.sunlot.kernel.Refused if nothing is committed yet
   */
  void write(UUID id, Locale locale, Target target) throws IOException {
    DrawDetail draw = views.detail(id);
    Paper sheet = sheets.sheet(id, locale);
    Path whole = java.nio.file.Files.createTempFile("sunlot-archive-", ".zip");
    try {
      try (Sums zip = new Sums(java.nio.file.Files.newOutputStream(whole))) {
        fill(zip, draw, papers.print(sheet), locale);
      }
      String name = texts.text("drawing.archive.name", locale, draw.number()) + ".zip";
      java.nio.file.Files.copy(whole, target.open(name));
    } finally {
      java.nio.file.Files.deleteIfExists(whole);
    }
  }

  private void fill(Sums zip, DrawDetail draw, byte[] sheet, Locale locale) throws IOException {
    zip.add(draw.number() + " " + word("sheet", locale) + ".pdf", out -> out.write(sheet));
    if (draw.steps().stream().anyMatch(step -> step.type().equals("draw-drawn"))) {
      Transcripts.Named named = transcripts.get(draw.id());
      zip.add(named.ref() + ".zip", named.transcript()::writeZip);
    }
    int number = 0;
    for (AttachmentView attachment : draw.attachments()) {
      number++;
      String kind = word(attachment.kind(), locale);
      zip.add(
          "%02d %s %s".formatted(number, kind, plain(attachment.name())),
          out -> copy(attachment, out));
    }
  }

  private String word(String what, Locale locale) {
    return texts.text("drawing.archive." + what, locale);
  }

  private void copy(AttachmentView attachment, OutputStream out) throws IOException {
    try (InputStream in = files.open(attachment.sha256())) {
      in.transferTo(out);
    }
  }

  /** A name that stays in the folder into which the archive is unpacked, on any system. */
  private static String plain(String name) {
    return name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_");
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A zip that ends with the hashes of its files. */
  private static final class Sums implements AutoCloseable {

    private final ZipOutputStream zip;
    private final StringBuilder lines = new StringBuilder();

    Sums(OutputStream out) {
      this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void add(String name, Content content) throws IOException {
      begin(name);
      MessageDigest digest = DrawPapers.sha256();
      content.writeTo(new Kept(new DigestOutputStream(zip, digest)));
      zip.closeEntry();
      lines.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name);
      lines.append('\n');
    }

    private void begin(String name) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      // The same files make the same archive.
      entry.setTime(0);
      zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
      begin(SUMS);
      zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.close();
    }
  }

  /** What is written into one file of the archive must not close the archive. */
  private static final class Kept extends OutputStream {

    private final OutputStream out;

    Kept(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
