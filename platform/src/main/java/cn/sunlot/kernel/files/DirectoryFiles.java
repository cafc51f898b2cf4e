package cn.sunlot.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files in a local directory: {@code ab/cd/abcd…}; a file is complete or not there. */
@Component
class DirectoryFiles implements Files {

  private final Path root;

  DirectoryFiles(@Value("${sunlot.files}") Path root) throws IOException {
    this.root = java.nio.file.Files.createDirectories(root.toAbsolutePath());
  }

  @Override
  public Stored store(InputStream bytes) throws IOException {
    Path partial = java.nio.file.Files.createTempFile(root, "partial-", "");
    try {
      var hashing = new DigestInputStream(bytes, sha256());
      long size = java.nio.file.Files.copy(hashing, partial, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      String sha256 = HexFormat.of().formatHex(hashing.getMessageDigest().digest());
      Path place = place(sha256);
      java.nio.file.Files.createDirectories(place.getParent());
      java.nio.file.Files.move(
          partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Stored(sha256, size);
    } finally {
      java.nio.file.Files.deleteIfExists(partial);
    }
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    return java.nio.file.Files.newInputStream(localCopy(sha256));
  }

  @Override
  public Path localCopy(String sha256) throws IOException {
    Path place = place(sha256);
    if (!java.nio.file.Files.isRegularFile(place)) {
      throw new NoSuchFileException(sha256);
    }
    return place;
  }

  @Override
  public void remove(String sha256) throws IOException {
    java.nio.file.Files.deleteIfExists(place(sha256));
  }

  private Path place(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hex: " + sha256);
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
