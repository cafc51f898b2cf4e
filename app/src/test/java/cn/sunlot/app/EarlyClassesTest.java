package cn.sunlot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyClassesTest {

  @TempDir private Path folder;
  private Path list;

  @BeforeEach
  void inAFolderWhoseNameHasASpace() throws IOException {
    list = Files.createDirectory(folder.resolve("of a start")).resolve("classes");
  }

  @Test
  void what_a_start_loads_is_kept_in_its_order_under_its_build() throws Exception {
    record("sunlot.jar 1", First.class, Second.class);
    assertThat(Files.readAllLines(list))
        .startsWith("sunlot.jar 1")
        .containsSubsequence(First.class.getName(), Second.class.getName())
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.startsWith("java.") || name.contains("$$Lambda"));
  }

  @Test
  void a_list_of_this_build_is_left_and_one_of_another_is_replaced() throws Exception {
    Files.write(list, List.of("sunlot.jar 1", "an.earlier.Name"));
    record("sunlot.jar 1", Third.class);
    assertThat(Files.readAllLines(list)).containsExactly("sunlot.jar 1", "an.earlier.Name");
    record("sunlot.jar 2", Fourth.class);
    assertThat(Files.readAllLines(list))
        .startsWith("sunlot.jar 2")
        .contains(Fourth.class.getName())
        .doesNotContain("an.earlier.Name");
  }

  @Test
  void what_a_killed_start_left_is_no_list_and_nothing_else_stays_behind() throws Exception {
    Files.writeString(list.resolveSibling("classes.log"), "half.a.Name source: jar:file");
    record("sunlot.jar 1", Fifth.class);
    assertThat(Files.readAllLines(list))
        .contains(Fifth.class.getName())
        .doesNotContain("half.a.Name");
    try (Stream<Path> files = Files.list(list.getParent())) {
      assertThat(files).containsExactly(list);
    }
  }

  @Test
  void a_damaged_list_disturbs_nothing() throws Exception {
    Files.write(list, List.of("sunlot.jar 1", "no.such.Class", "", "not a name", "[["));
    EarlyClasses early = new EarlyClasses(list, "sunlot.jar 1");
    assertThatNoException().isThrownBy(early::load);
    Files.write(list, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatNoException().isThrownBy(early::load);
    record("sunlot.jar 1", Sixth.class);
    assertThat(Files.readAllLines(list)).contains(Sixth.class.getName());
  }

  /** A start of this build that loads these: naming a class does not load it yet. */
  private void record(String build, Class<?>... loaded) throws Exception {
    EarlyClasses early = new EarlyClasses(list, build);
    early.record();
    // In a loader of its own, as classes are loaded once and tests may run in any order.
    try (var loader = new ReloadingClasses()) {
      for (Class<?> each : loaded) {
        loader.loadClass(each.getName());
      }
    }
    early.keep();
  }

  private static final class First {}

  private static final class Second {}

  private static final class Third {}

  private static final class Fourth {}

  private static final class Fifth {}

  private static final class Sixth {}

  /** Loads these classes again from the folder of the tests. */
  private static final class ReloadingClasses extends URLClassLoader {

    ReloadingClasses() {
      super(
          new URL[] {EarlyClassesTest.class.getProtectionDomain().getCodeSource().getLocation()},
          null);
    }
  }
}
