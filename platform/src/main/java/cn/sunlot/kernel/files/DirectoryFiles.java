package cn.sunlot.kernel.files;

import cn.sunlot.kernel.secrets.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files in a local directory: {@code ab/cd/abcd…}, sealed ones {@code ab/cd/abcd….sealed}; a file
 * is complete or not there. How one lies there is said by its name and never guessed from its
 * bytes, which somebody sent in.
 */
@Component
class DirectoryFiles implements Files {

  private static final String SEALED = ".sealed";
  private static final String TWO_DIGITS = "[0-9a-f][0-9a-f]";
  private static final String NAME = "[0-9a-f]{64}";

  private final Path root;
  private final WorkFolder work;
  private final Secrets secrets;

  DirectoryFiles(@Value("${sunlot.files}") Path root, WorkFolder work, Secrets secrets)
      throws IOException {
    this.root = java.nio.file.Files.createDirectories(root.toAbsolutePath());
    this.work = work;
    this.secrets = secrets;
  }

  @Override
  public Stored store(InputStream bytes) throws IOException {
    Path partial = work.newFile();
    try {
      var hashing = new DigestInputStream(bytes, sha256());
      long size = java.nio.file.Files.copy(hashing, partial, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      String sha256 = HexFormat.of().formatHex(hashing.getMessageDigest().digest());
      // What lies sealed already is stored; for somebody it holds personal data.
      if (!java.nio.file.Files.exists(sealed(sha256))) {
        move(partial, plain(sha256));
      }
      return new Stored(sha256, size);
    } finally {
      java.nio.file.Files.deleteIfExists(partial);
    }
  }

  private static void move(Path partial, Path place) throws IOException {
    java.nio.file.Files.createDirectories(place.getParent());
    java.nio.file.Files.move(
        partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public NewFile newSealed() throws IOException {
    return new Arriving();
  }

  private final class Arriving implements NewFile {

    private final Path partial = work.newFile();
    private final FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE);
    private final SealedWriter writer = new SealedWriter(channel, secrets);

    Arriving() throws IOException {}

    @Override
    public OutputStream out() {
      return writer;
    }

    @Override
    public Stored keep() throws IOException {
      Stored stored = writer.finish();
      place(stored.sha256());
      return stored;
    }

    void keepAs(String sha256) throws IOException {
      if (!writer.finish().sha256().equals(sha256)) {
        throw new DamagedFile(sha256, "its bytes are not those of its name");
      }
      place(sha256);
    }

    private void place(String sha256) throws IOException {
      channel.close();
      move(partial, sealed(sha256));
      removePlain(sha256);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      java.nio.file.Files.deleteIfExists(partial);
    }
  }

  /** Takes away what lies open beside its sealed copy, once that copy outlives a power cut. */
  private void removePlain(String sha256) throws IOException {
    Path plain = plain(sha256);
    if (java.nio.file.Files.exists(plain)) {
      try (FileChannel folder = FileChannel.open(plain.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
      java.nio.file.Files.deleteIfExists(plain);
    }
  }

  /**
   * Seals what lies open, as if it had been stored sealed; killed at any moment, it is there.
   *
   * @throws DamagedFile if it is not what its name says; then it stays as it is
   */
  void seal(String sha256) throws IOException {
    try (InputStream in = java.nio.file.Files.newInputStream(plain(sha256));
        Arriving file = new Arriving()) {
      in.transferTo(file.out());
      file.keepAs(sha256);
    }
  }

  /** Names of what lies open. */
  void forEachOpen(Consumer<String> reader) throws IOException {
    try (DirectoryStream<Path> firsts = java.nio.file.Files.newDirectoryStream(root, TWO_DIGITS)) {
      for (Path first : firsts) {
        try (var seconds = java.nio.file.Files.newDirectoryStream(first, TWO_DIGITS)) {
          for (Path second : seconds) {
            forEachOpenIn(second, reader);
          }
        }
      }
    }
  }

  private static void forEachOpenIn(Path folder, Consumer<String> reader) throws IOException {
    try (DirectoryStream<Path> files = java.nio.file.Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.matches(NAME)) {
          reader.accept(name);
        }
      }
    }
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    return find(
        sha256,
        place -> SealedReader.open(place, sha256, secrets),
        place -> java.nio.file.Files.newInputStream(place));
  }

  @Override
  public long size(String sha256) throws IOException {
    return find(
        sha256,
        place -> {
          try (SealedReader in = SealedReader.open(place, sha256, secrets)) {
            return in.size();
          }
        },
        java.nio.file.Files::size);
  }

  @Override
  public LocalFile localCopy(String sha256) throws IOException {
    return find(
        sha256,
        place -> copy(place, sha256),
        place -> {
          if (!java.nio.file.Files.isRegularFile(place)) {
            throw new NoSuchFileException(sha256);
          }
          return LocalFile.kept(place);
        });
  }

  private LocalFile copy(Path place, String sha256) throws IOException {
    LocalFile copy = newLocal();
    try (InputStream in = SealedReader.open(place, sha256, secrets);
        OutputStream out = java.nio.file.Files.newOutputStream(copy.path())) {
      in.transferTo(out);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(Path place) throws IOException;
  }

  private <T> T find(String sha256, Reading<T> ofSealed, Reading<T> ofPlain) throws IOException {
    try {
      return look(sha256, ofSealed, ofPlain);
    } catch (NoSuchFileException e) {
      // It may have been sealed between the two looks.
      return look(sha256, ofSealed, ofPlain);
    }
  }

  private <T> T look(String sha256, Reading<T> ofSealed, Reading<T> ofPlain) throws IOException {
    Path sealed = sealed(sha256);
    return java.nio.file.Files.exists(sealed) ? ofSealed.read(sealed) : ofPlain.read(plain(sha256));
  }

  @Override
  public LocalFile newLocal() throws IOException {
    return LocalFile.temporary(work.newFile());
  }

  @Override
  public void remove(String sha256) throws IOException {
    java.nio.file.Files.deleteIfExists(plain(sha256));
    java.nio.file.Files.deleteIfExists(sealed(sha256));
  }

  private Path sealed(String sha256) {
    return plain(sha256).resolveSibling(sha256 + SEALED);
  }

  private Path plain(String sha256) {
    if (!sha256.matches(NAME)) {
      throw new IllegalArgumentException("not a SHA-256 in hex: " + sha256);
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
