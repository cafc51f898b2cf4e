package cn.sunlot.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What tests ask of a file. */
final class Reading {

  private Reading() {}

  static List<Row> rows(Path file) throws IOException {
    return rows(file, Limits.standard());
  }

  static List<Row> rows(Path file, Limits limits) throws IOException {
    try (Sheet sheet = Sheets.open(file, limits)) {
      return sheet.stream().toList();
    }
  }

  static List<String> header(Path file) throws IOException {
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      return sheet.header().names();
    }
  }

  static List<Code> warnings(Path file) throws IOException {
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      sheet.forEach(row -> {});
      return sheet.warnings().stream().map(Problem::code).toList();
    }
  }

  /** The problem that reading the whole file ends in. */
  static Problem refusal(Path file) {
    return refusal(file, Limits.standard());
  }

  static Problem refusal(Path file, Limits limits) {
    Throwable thrown = catchThrowable(() -> rows(file, limits));
    assertThat(thrown).isInstanceOf(SheetRefused.class);
    Problem problem = ((SheetRefused) thrown).problem();
    assertThat(problem.message().zh()).isNotBlank();
    assertThat(problem.message().en()).isNotBlank();
    assertThat(problem.wayOut().zh()).isNotBlank();
    assertThat(problem.wayOut().en()).isNotBlank();
    return problem;
  }
}
