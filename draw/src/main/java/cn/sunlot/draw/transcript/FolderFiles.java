package cn.sunlot.draw.transcript;

import cn.sunlot.draw.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** A transcript in a folder. */
final class FolderFiles extends TranscriptFiles {

  private static final int MAX_DEPTH = 6;

  private final Path folder;

  FolderFiles(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> all = Files.walk(folder, MAX_DEPTH)) {
      for (Iterator<Path> files = all.iterator(); files.hasNext(); ) {
        add(files.next());
      }
    }
  }

  private void add(Path file) {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    String name =
        folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Refusal.of("files.link", name);
    }
    known(name);
  }

  @Override
  InputStream raw(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {}
}
