package cn.sunlot.schema.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
  private static final String SCRIPT = "db/migration/base/V202601010000__one.sql";

  @TempDir Path folder;

  @Test
  void anotherScriptOrArgumentIsAnotherStamp() throws IOException {
    write(SCRIPT, "SELECT 1;");
    String before = stamp(folder, List.of("registry"));
    assertThat(stamp(folder, List.of("registry"))).isEqualTo(before);
    assertThat(stamp(folder, List.of("drawing"))).isNotEqualTo(before);
    write("db/migration/base/V202601010001__two.sql", "SELECT 2;");
    String two = stamp(folder, List.of("registry"));
    assertThat(two).isNotEqualTo(before);
    write(SCRIPT, "SELECT 3;");
    assertThat(stamp(folder, List.of("registry"))).isNotIn(before, two);
  }

  @Test
  void scriptsInAJarGiveTheStampTheyGiveInAFolder() throws IOException {
    write(SCRIPT, "SELECT 1;");
    Path jar = folder.resolve("schema.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (String name : List.of("db/migration/", "db/migration/base/", SCRIPT)) {
        entries.putNextEntry(new JarEntry(name));
        entries.write(name.endsWith("/") ? new byte[0] : Files.readAllBytes(folder.resolve(name)));
        entries.closeEntry();
      }
    }
    assertThat(stamp(jar, List.of("x"))).isEqualTo(stamp(folder, List.of("x")));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(".").normalize());
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String stamp(Path classes, List<String> facts) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      return Stamp.of(loader, facts);
    }
  }
}
