package cn.sunlot.draw.transcript;

import cn.sunlot.draw.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A transcript in a zip; nothing of it is ever written to a disk. */
final class ZipFiles extends TranscriptFiles {

  /** Folders need no entry of their own, but most programs write one. */
  private static final Pattern FOLDER = Pattern.compile("rounds/|log/(0/|[1-9][0-9]{0,17}/)?");

  private final ZipFile zip;

  private ZipFiles(ZipFile zip) {
    this.zip = zip;
  }

  static ZipFiles of(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw Refusal.of("files.zip", path, String.valueOf(e.getMessage()));
    }
    try {
      ZipFiles files = new ZipFiles(zip);
      Collections.list(zip.entries()).forEach(files::add);
      return files;
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void add(ZipEntry entry) {
    String name = entry.getName();
    if (!FOLDER.matcher(name).matches()) {
      known(name);
    }
  }

  @Override
  InputStream raw(String name) throws IOException {
    InputStream in = zip.getInputStream(new ZipEntry(name));
    if (in == null) {
      throw Refusal.of("files.missing", name);
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
