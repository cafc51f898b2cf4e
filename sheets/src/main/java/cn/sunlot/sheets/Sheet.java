package cn.sunlot.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One open sheet: its header, and its rows of data once, in order, in constant memory. Blank rows
 * are left out. Reading on throws {@link SheetRefused} where the file as a whole cannot go on, and
 * {@link UncheckedIOException} when the disk fails.
 */
public final class Sheet implements Iterable<Row>, Closeable {

  private static final int MERGES_SHOWN = 5;

  private final Format format;
  private final String name;
  private final RowSource source;
  private final Closeable file;
  private final Header header;
  private final Deque<RawRow> ahead;
  private final List<Problem> warnings;
  private final Set<Integer> namelessMet = new HashSet<>();
  private boolean started;

  Sheet(Format format, String name, RowSource source, Closeable file, HeaderFinder finder, long row)
      throws IOException {
    this.format = format;
    this.name = name;
    this.source = source;
    this.file = file;
    this.header = finder.find(row);
    this.ahead = finder.ahead();
    this.warnings = new ArrayList<>(finder.warnings());
  }

  /** What the content showed the file to be. */
  public Format format() {
    return format;
  }

  /** The sheet's name in its workbook; empty for csv. */
  public String name() {
    return name;
  }

  /** The names of the columns. */
  public Header header() {
    return header;
  }

  /** What was seen and left alone; complete when all rows have been read. */
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  void warn(Problem problem) {
    warnings.add(problem);
  }

  /**
   * The rows of data.
   *
   * @throws IllegalStateException when called a second time: the rows are read from the file once
   */
  @Override
  public Iterator<Row> iterator() {
    if (started) {
      throw new IllegalStateException("the rows of a sheet can be read once; open it again");
    }
    started = true;
    return new Rows();
  }

  /** The rows of data as a stream; like {@link #iterator}, only once. */
  public Stream<Row> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  private final class Rows implements Iterator<Row> {
    private @Nullable Row next;
    private boolean ended;

    @Override
    public boolean hasNext() {
      if (next == null && !ended) {
        next = read();
        ended = next == null;
      }
      return next != null;
    }

    @Override
    public Row next() {
      Row row = hasNext() ? next : null;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return row;
    }
  }

  private @Nullable Row read() {
    try {
      RawRow raw = ahead.pollFirst();
      while (raw == null || raw.blank()) {
        raw = source.next();
        if (raw == null) {
          warnOfMerges();
          return null;
        }
      }
      return named(raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Row named(RawRow raw) {
    List<Problem> problems = new ArrayList<>(raw.problems().size());
    for (Problem problem : raw.problems()) {
      String column = header.name(problem.column());
      if (!column.isEmpty()) {
        problems.add(problem.named(column));
      }
    }
    int width = raw.width();
    if (width > header.size() && format == Format.CSV) {
      int extra = width - header.size();
      String value = raw.cell(header.size());
      Problem all = Problem.ofRow(Code.EXTRA_CELLS, raw.number(), extra);
      problems.add(new Problem(all.code(), all.row(), all.column(), null, value, all.details()));
    } else {
      warnOfNameless(raw, width);
    }
    List<String> cells = raw.cells();
    int wanted = Math.max(width, header.size());
    if (cells.size() != wanted) {
      cells = new ArrayList<>(cells.subList(0, Math.min(cells.size(), wanted)));
      while (cells.size() < wanted) {
        cells.add("");
      }
    }
    return new Row(raw.number(), header, cells, problems);
  }

  private void warnOfNameless(RawRow raw, int width) {
    for (int column = 0; column < width; column++) {
      boolean nameless = header.name(column).isEmpty();
      if (nameless && !Blanks.blank(raw.cell(column)) && namelessMet.add(column)) {
        String value = raw.cell(column);
        warnings.add(Problem.ofCell(Code.CELL_WITHOUT_HEADER, raw.number(), column, value));
      }
    }
  }

  private void warnOfMerges() {
    List<Merge> inData =
        source.mergesMet().stream().filter(merge -> merge.top() > header.lastRow()).toList();
    if (!inData.isEmpty()) {
      String shown =
          inData.stream()
                  .limit(MERGES_SHOWN)
                  .map(Merge::reference)
                  .collect(Collectors.joining(", "))
              + (inData.size() > MERGES_SHOWN ? ", …" : "");
      warnings.add(Problem.ofRow(Code.MERGED_CELLS, inData.get(0).top(), shown));
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      source.close();
    }
  }
}
