package cn.sunlot.schema;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of PostgreSQL, unpacked from the archive on the class path.
 *
 * <p>They are unpacked once into a private folder named by the SHA-256 of the archive: nobody else
 * can exchange a program, and a new version lands beside the old one.
 */
final class PostgresBinaries {
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "amd64", "postgres-linux-x86_64.txz",
          "x86_64", "postgres-linux-x86_64.txz",
          "aarch64", "postgres-linux-arm_64.txz");

  private PostgresBinaries() {}

  /** The installation for this machine below the given folder, unpacked when it is not there. */
  static Path in(Path folder, ClassLoader archives) {
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    String name = linux ? ARCHIVES.get(architecture) : null;
    URL archive = name == null ? null : archives.getResource(name);
    if (archive == null) {
      throw new DatabaseProblem(
          "No embedded PostgreSQL for %s on %s. Use an external database (SUNLOT_DB_URL)."
              .formatted(System.getProperty("os.name"), architecture));
    }
    Path cache = PrivateFolder.at(folder);
    try {
      Path home = cache.resolve("postgres-" + sha256(archive).substring(0, 16));
      if (!Files.isDirectory(home)) {
        unpack(archive, cache, home);
      }
      return home;
    } catch (IOException e) {
      throw new DatabaseProblem(
          "PostgreSQL cannot be unpacked into %s: %s. About 70 MB are needed there."
              .formatted(cache, e),
          e);
    }
  }

  /** The folder where tests and the build keep their copy: {@code $XDG_CACHE_HOME/sunlot}. */
  static Path userCache() {
    @Nullable String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg != null && !xdg.isBlank()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return base.resolve("sunlot");
  }

  /** Removes older versions, and what a kill left half unpacked; the caller holds the folder. */
  static void removeOthers(Path home) throws IOException {
    try (Stream<Path> all = Files.list(home.resolveSibling("."))) {
      for (Path each : all.map(Path::normalize).filter(p -> !p.equals(home)).toList()) {
        PrivateFolder.remove(each);
      }
    }
  }

  private static void unpack(URL archive, Path cache, Path home) throws IOException {
    Path unpacked = Files.createTempDirectory(cache, "unpacking");
    try (InputStream raw = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, unpacked);
      }
      // The rename makes it whole or absent, also when two processes unpack at once.
      Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      PrivateFolder.remove(unpacked);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(".").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, root.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(tar, target);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
    }
  }

  private static String sha256(URL archive) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("every Java has SHA-256", e));
    }
  }
}
