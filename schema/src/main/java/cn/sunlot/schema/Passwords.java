package cn.sunlot.schema;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The generated passwords of one installation, in a file that only the running user may read:
 * {@code passwords.properties} in the data folder, a line {@code role=password} each. Whoever backs
 * up the data folder backs this up too.
 */
public final class Passwords {
  private static final String NAME = "passwords.properties";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  private Passwords(Path file) {
    this.file = file;
  }

  /**
   * The passwords kept in this folder.
   *
   * @param folder created with mode 0700 when it is not there
   * @throws DatabaseProblem when the folder or the file is open to others
   */
  public static Passwords in(Path folder) {
    Passwords passwords = new Passwords(PrivateFolder.at(folder).resolve(NAME));
    passwords.check();
    return passwords;
  }

  /** The password of the role, if one is kept here. */
  public Optional<String> find(String role) {
    return Optional.ofNullable(read().getProperty(role));
  }

  /** The password of the role; made up (192 random bits) and kept when there was none. */
  public synchronized String findOrGenerate(String role) {
    Optional<String> kept = find(role);
    if (kept.isPresent()) {
      return kept.get();
    }
    byte[] bits = new byte[24];
    RANDOM.nextBytes(bits);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    keep(role, password);
    return password;
  }

  private void keep(String role, String password) {
    if (!role.matches("[A-Za-z0-9_.-]+")) {
      throw new DatabaseProblem("A role named '%s' has no place in %s".formatted(role, file));
    }
    var all = new TreeMap<String, String>();
    read().forEach((key, value) -> all.put((String) key, (String) value));
    all.put(role, password);
    var text =
        new StringBuilder("# Generated. Needed to open the database; keep it with the data.\n");
    all.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    try {
      write(text.toString());
    } catch (IOException e) {
      throw new DatabaseProblem("The passwords cannot be kept in %s: %s".formatted(file, e), e);
    }
  }

  // Beside it, forced to the disk, then renamed: after a power cut the old file or the new one.
  private void write(String text) throws IOException {
    Path folder = file.resolveSibling(".").normalize();
    Path fresh =
        Files.createTempFile(folder, NAME, null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    PrivateFolder.force(folder);
  }

  private Properties read() {
    var all = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = new StringReader(Files.readString(file))) {
        all.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new DatabaseProblem("The passwords in %s cannot be read: %s".formatted(file, e), e);
      }
    }
    return all;
  }

  private void check() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      open.removeAll(OWNER_ONLY);
      open.remove(PosixFilePermission.OWNER_EXECUTE);
      if (!open.isEmpty()) {
        throw new DatabaseProblem(
            "%s holds passwords and is open to others (%s). Run: chmod 600 %s"
                .formatted(
                    file,
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                    file));
      }
    } catch (IOException e) {
      throw new DatabaseProblem("The passwords in %s cannot be read: %s".formatted(file, e), e);
    }
  }
}
