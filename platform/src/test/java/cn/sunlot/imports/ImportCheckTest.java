package cn.sunlot.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Imports every sheet of targets in a folder and accounts for every row: {@code
 * -Dsunlot.import.dir=DIR}. Sheets without a credit code and a name are named and left alone.
 */
@PlatformTest
@Tag("deep")
@EnabledIfSystemProperty(named = "sunlot.import.dir", matches = ".+")
class ImportCheckTest {

  private static final TargetFilter ALL = new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of());

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Registry registry;

  private final List<String> unaccounted = new ArrayList<>();

  @Test
  void every_row_of_every_sheet_is_accounted_for() throws IOException {
    Bureau bureau = bureaus.create("zibo_miit");
    Path folder = Path.of(System.getProperty("sunlot.import.dir"));
    long added = 0;
    int sheets = 0;
    print("file", "rows", "read", "added", "changed", "unchanged", "rejected", "warned");
    for (Path file : sheets(folder)) {
      Import uploaded = importing.uploaded(bureau, "targets", Files.readAllBytes(file));
      if (!importing.suggest(bureau, uploaded).keySet().containsAll(Set.of("unit-id", "name"))) {
        System.out.printf("%-28s no targets%n", file.getFileName());
        continue;
      }
      sheets++;
      added += first(bureau, file).added();
      again(bureau, file);
    }
    long known = bureau.as("officer", () -> registry.countForPool(bureau.authorityId(), ALL));
    System.out.printf("targets in the registry: %d%n", known);
    check(known == added, "registry holds " + known + " targets, but " + added + " were added");
    check(sheets > 0, "no sheet of targets in " + folder);
    System.out.println(unaccounted.isEmpty() ? "every row is accounted for" : "UNACCOUNTED");
    assertThat(unaccounted).isEmpty();
  }

  private static List<Path> sheets(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("(?i).*\\.(csv|xlsx)"))
          .sorted()
          .toList();
    }
  }

  private Counts first(Bureau bureau, Path file) throws IOException {
    Import done = importing.run(bureau, "targets", Files.readAllBytes(file));
    Counts counts = done.counts();
    print(file, rows(file), counts);
    counts.findings().forEach((code, n) -> System.out.printf("    %-28s %8d%n", code, n));
    account(file, done, rows(file));
    long inWorkbook = importing.errors(done).stream().filter(row -> !row.isEmpty()).count();
    check(
        inWorkbook >= counts.rejected(),
        file + ": " + counts.rejected() + " rejected, but " + inWorkbook + " in the workbook");
    return counts;
  }

  /** The same file again must change nothing. */
  private void again(Bureau bureau, Path file) throws IOException {
    Import again = importing.run(bureau, "targets", Files.readAllBytes(file));
    account(file, again, rows(file));
    Counts counts = again.counts();
    check(counts.added() + counts.changed() == 0, file + ": the second import changed something");
  }

  private void account(Path file, Import done, long rows) {
    check(done.state() == ImportState.DONE, file + " is " + done.state());
    check(done.counts().read() == rows, file + ": " + rows + " rows, read " + done.counts());
    check(done.counts().addUp(), file + " does not add up: " + done.counts());
  }

  private void check(boolean right, String otherwise) {
    if (!right) {
      unaccounted.add(otherwise);
    }
  }

  /** Rows of data, counted without the import. */
  private static long rows(Path file) throws IOException {
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      return sheet.stream().count();
    }
  }

  private static void print(Path file, long rows, Counts c) {
    print(
        file.getFileName(),
        rows,
        c.read(),
        c.added(),
        c.changed(),
        c.unchanged(),
        c.rejected(),
        c.warned());
  }

  private static void print(Object... cells) {
    System.out.printf("%-28s %8s %8s %8s %8s %10s %9s %8s%n", cells);
  }
}
