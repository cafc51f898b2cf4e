package cn.sunlot.schema.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A checksum over all that decides what is generated, so that nothing is generated twice. */
final class Stamp {
  private static final String MIGRATIONS = "db/migration";

  private Stamp() {}

  /** The checksum over every migration on the class path and the further facts given. */
  static String of(ClassLoader classes, List<String> facts) throws IOException {
    MessageDigest digest = sha256();
    for (String fact : facts) {
      digest.update((fact + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (URL root : Collections.list(classes.getResources(MIGRATIONS))) {
      if (root.openConnection() instanceof JarURLConnection inJar) {
        addJar(digest, inJar);
      } else {
        addFolder(digest, root);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addFolder(MessageDigest digest, URL root) throws IOException {
    Path folder;
    try {
      folder = Path.of(root.toURI());
    } catch (URISyntaxException e) {
      throw new IOException("not a folder: " + root, e);
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      add(digest, folder.relativize(file).toString(), Files.readAllBytes(file));
    }
  }

  private static void addJar(MessageDigest digest, JarURLConnection connection) throws IOException {
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      List<JarEntry> entries = new ArrayList<>(Collections.list(jar.entries()));
      entries.removeIf(e -> e.isDirectory() || !e.getName().startsWith(MIGRATIONS + "/"));
      entries.sort(java.util.Comparator.comparing(JarEntry::getName));
      for (JarEntry entry : entries) {
        try (InputStream in = jar.getInputStream(entry)) {
          add(digest, entry.getName().substring(MIGRATIONS.length() + 1), in.readAllBytes());
        }
      }
    }
  }

  private static void add(MessageDigest digest, String name, byte[] content) {
    digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
