package cn.sunlot.imports.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Row;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that another thread reads come as if they were read here. */
class ReadAheadTest {

  @TempDir private Path folder;

  private List<Row> rows(int number) throws IOException {
    Path file = folder.resolve("rows.csv");
    String text =
        IntStream.range(0, number)
            .mapToObj(i -> "名称" + i + "," + i)
            .collect(Collectors.joining("\n", "名称,序号\n", "\n"));
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      return sheet.stream().toList();
    }
  }

  @Test
  void all_rows_come_in_their_order() throws IOException {
    List<Row> all = rows(1_777);
    List<Row> read = new ArrayList<>();
    try (var ahead = new ReadAhead(all.iterator())) {
      ahead.forEachRemaining(read::add);
      assertThat(ahead.hasNext()).isFalse();
    }
    assertThat(read).isEqualTo(all);
  }

  @Test
  void what_goes_wrong_comes_after_the_rows_before_it() throws IOException {
    Iterator<Row> good = rows(700).iterator();
    var breaking =
        new Iterator<Row>() {
          @Override
          public boolean hasNext() {
            if (!good.hasNext()) {
              throw new IllegalStateException("the file ends too early");
            }
            return true;
          }

          @Override
          public Row next() {
            return good.next();
          }
        };
    int read = 0;
    try (var ahead = new ReadAhead(breaking)) {
      for (; read < 700; read++) {
        ahead.next();
      }
      assertThatThrownBy(ahead::hasNext).hasMessage("the file ends too early");
    }
  }

  @Test
  void closed_early_it_reads_no_more_of_the_file() throws IOException {
    List<Row> all = rows(10);
    var closed = new AtomicBoolean();
    var endless =
        new Iterator<Row>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Row next() {
            if (closed.get()) {
              throw new AssertionError("read after it was closed");
            }
            return all.get(0);
          }
        };
    try (var ahead = new ReadAhead(endless)) {
      ahead.next();
    }
    closed.set(true);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("reading-ahead"));
  }
}
