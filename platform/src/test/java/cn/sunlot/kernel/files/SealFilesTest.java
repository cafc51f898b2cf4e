package cn.sunlot.kernel.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.secrets.Secrets;
import cn.sunlot.law.Clause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealFilesTest {

  @TempDir private Path folder;
  private WorkFolder work;
  private DirectoryFiles files;

  @BeforeEach
  void makeFiles() throws IOException {
    Path root = folder.resolve("files");
    work = new WorkFolder(root);
    files = new DirectoryFiles(root, work, new Secrets(folder.resolve("keys")));
  }

  @AfterEach
  void endWork() throws IOException {
    work.close();
  }

  private String stored(String text) throws IOException {
    return files.store(new ByteArrayInputStream(text.getBytes(UTF_8))).sha256();
  }

  private static PersonalFiles naming(Set<String> own) {
    return asked -> {
      Set<String> found = new HashSet<>(own);
      found.retainAll(asked);
      return found;
    };
  }

  private Set<String> openOnes() throws IOException {
    Set<String> open = new HashSet<>();
    files.forEachOpen(open::add);
    return open;
  }

  @Test
  @Clause("PDS-25")
  void what_modules_name_is_sealed_and_the_files_of_draws_stay_as_they_are() throws IOException {
    List<String> own = new ArrayList<>();
    for (int i = 0; i < 1_050; i++) {
      own.add(stored("photo " + i));
    }
    String frame = stored("frame");
    var seal =
        new SealFiles(
            files,
            // Two may name the same file.
            List.of(naming(Set.copyOf(own)), naming(Set.of(own.get(7)))));
    seal.run();
    assertThat(openOnes()).containsExactly(frame);
    assertThat(files.open(own.get(1_049)).readAllBytes()).asString(UTF_8).isEqualTo("photo 1049");
    seal.run();
    assertThat(files.open(frame).readAllBytes()).asString(UTF_8).isEqualTo("frame");
  }

  @Test
  void a_damaged_one_stays_and_does_not_keep_others_from_being_sealed() throws IOException {
    Set<String> own = Set.of(stored("a"), stored("b"), stored("c"));
    String damaged = stored("b");
    try (Stream<Path> all = Files.walk(folder)) {
      Path place = all.filter(file -> file.endsWith(damaged)).findFirst().orElseThrow();
      Files.writeString(place, "something else");
    }
    new SealFiles(files, List.of(naming(own))).run();
    assertThat(openOnes()).containsExactly(damaged);
  }
}
