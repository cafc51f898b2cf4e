package cn.sunlot.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Pages that are made from the program are as they would be made now. {@code make docs} writes them
 * instead of comparing ({@code -Dsunlot.docs.write=true}).
 */
class LawDocumentTest {

  private static final String COMMAND = "make docs";
  private static final boolean WRITE = Boolean.getBoolean("sunlot.docs.write");

  @Test
  void the_page_of_clauses_is_up_to_date() throws IOException {
    String page = LawReport.write(Clauses.read().values(), ClauseMarks.list());
    compare(Project.root().resolve("docs/law"), Map.of("README.md", page));
  }

  @Test
  void the_pages_of_lifecycles_are_up_to_date() throws IOException {
    Map<String, String> pages = LifecyclePages.write();
    Path folder = Project.root().resolve("docs/lifecycles");
    if (WRITE) {
      for (Path old : Project.list(folder, ".md")) {
        Files.delete(old);
      }
    }
    compare(folder, pages);
    List<String> present =
        Project.list(folder, ".md").stream().map(f -> f.getFileName().toString()).toList();
    assertThat(present).as("pages without a lifecycle; run " + COMMAND).isSubsetOf(pages.keySet());
  }

  private static void compare(Path folder, Map<String, String> pages) throws IOException {
    for (Map.Entry<String, String> page : new TreeMap<>(pages).entrySet()) {
      Path file = folder.resolve(page.getKey());
      if (WRITE) {
        Files.createDirectories(folder);
        Files.writeString(file, page.getValue());
      }
      String present = Files.exists(file) ? Project.read(file) : "";
      assertThat(present)
          .as("docs/%s is stale; run %s", folder.getFileName() + "/" + page.getKey(), COMMAND)
          .isEqualTo(page.getValue());
    }
  }
}
