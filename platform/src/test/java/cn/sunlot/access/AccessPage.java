package cn.sunlot.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.access.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of the documentation that says who gets to what, written or compared. */
final class AccessPage {

  private static final Path PAGE = Path.of("../docs/access.md");

  private final StringBuilder text = new StringBuilder();

  AccessPage(List<String> relations) {
    text.append("# Who gets to what\n\n")
        .append(
            "Every endpoint with a thing in its path, and the roles that get to it where it is of the own section, of a sibling (another ")
        .append(
            "department of the county), a subordinate (the county's department of the line, from the city), a superior (the city's, from the ")
        .append(
            "county) and a foreign authority. `AccessMatrixTest` asks all of them and writes this page (`make docs`); everything else is refused.\n\n")
        .append("| | permission | ")
        .append(String.join(" | ", relations))
        .append(" |\n|---|---|")
        .append("---|".repeat(relations.size()))
        .append("\n");
  }

  /** A line: who gets there, for each relation. */
  void add(String endpoint, Permission permission, List<List<String>> readers) {
    text.append("| `").append(endpoint).append("` | ").append(permission);
    readers.forEach(who -> text.append(" | ").append(String.join(", ", who)));
    text.append(" |\n");
  }

  /** Fails if the page that is committed says something else. */
  void demandWritten() throws IOException {
    if (Boolean.getBoolean("sunlot.docs.write")) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/access.md is stale; run: make docs")
        .isEqualTo(text.toString());
  }
}
