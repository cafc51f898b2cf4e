package cn.sunlot.cli.lists;

import cn.sunlot.cli.Message;
import cn.sunlot.cli.Trouble;
import cn.sunlot.cli.rules.Columns;
import cn.sunlot.sheets.Choice;
import cn.sunlot.sheets.Header;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Normalised;
import cn.sunlot.sheets.Problem;
import cn.sunlot.sheets.Row;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A sheet with the columns that the rules name; collects what is wrong with its rows. */
final class Table {

  /** More than these are not worth reading one by one. */
  private static final int MOST_MESSAGES = 20;

  private final String file;
  private final Columns wanted;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Message> wrong = new ArrayList<>();
  private List<String> headings = List.of();
  private int wrongRows;

  private Table(String file, Columns wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /** One row, with its cells by the names that the rules give the columns. */
  final class Line {
    private final Row row;

    private Line(Row row) {
      this.row = row;
    }

    long number() {
      return row.number();
    }

    /** All cells as they stand, one per heading. */
    List<String> cells() {
      return row.raw().subList(0, Math.min(row.raw().size(), headings.size()));
    }

    /** The cell as a name or other prose, empty if the rules name no such column. */
    String text(String member) {
      Integer column = columns.get(member);
      return column == null ? "" : Normalised.ofText(row.text(column)).text();
    }

    /** The cell as a code: half-width, without blanks. */
    String code(String member) {
      Integer column = columns.get(member);
      return column == null ? "" : Normalised.ofCode(row.text(column)).text();
    }

    /** A refusal of this cell: the key's text gets file, row, column, and then the arguments. */
    Trouble wrong(String member, String key, Object... args) {
      List<Object> all = new ArrayList<>(List.of(file, number(), heading(member)));
      all.addAll(List.of(args));
      return Trouble.of(key, all.toArray());
    }

    private String heading(String member) {
      return wanted.find(member).orElse("–");
    }
  }

  /**
   * Reads all rows.
   *
   * @param take refuses a row by a {@link Trouble}; reading goes on, so that all can be mended at
   *     once
   * @return the headings of the sheet
   * @throws Trouble if a row is wrong or a column is missing
   */
  static List<String> read(
      Path path, Optional<String> sheetName, Columns wanted, Consumer<Line> take)
      throws IOException {
    Choice choice = sheetName.map(Choice::ofSheet).orElse(Choice.first());
    Table table = new Table(String.valueOf(path.getFileName()), wanted);
    try (Sheet sheet = Sheets.open(path, Limits.standard(), choice)) {
      table.headings = sheet.header().names();
      table.find(sheet.header());
      for (Row row : sheet) {
        table.take(row, take);
      }
    }
    if (table.wrongRows > MOST_MESSAGES) {
      table.wrong.add(Message.of("list.more", table.wrongRows - MOST_MESSAGES));
    }
    if (!table.wrong.isEmpty()) {
      throw new Trouble(table.wrong);
    }
    return table.headings;
  }

  private void find(Header header) {
    wanted
        .names()
        .forEach(
            (member, name) -> {
              int at = header.names().indexOf(name);
              for (int i = 0; at < 0 && i < header.size(); i++) {
                String plain = Normalised.ofText(header.name(i)).text();
                at = plain.equals(Normalised.ofText(name).text()) ? i : at;
              }
              if (at < 0) {
                throw wanted
                    .entry()
                    .get(member)
                    .wrong("list.no-column", name, file, String.join(", ", header.names()));
              }
              columns.put(member, at);
            });
  }

  private void take(Row row, Consumer<Line> take) {
    try {
      for (int column : columns.values()) {
        Optional<Problem> problem = row.problem(column);
        if (problem.isPresent()) {
          throw new Trouble(List.of(message(problem.get())));
        }
      }
      take.accept(new Line(row));
    } catch (Trouble e) {
      wrongRows++;
      if (wrongRows <= MOST_MESSAGES) {
        wrong.addAll(e.messages());
      }
    }
  }

  private Message message(Problem problem) {
    Message what = Message.from(problem.message()::in);
    Message wayOut = Message.from(problem.wayOut()::in);
    return Message.of("list.problem", file, what, wayOut);
  }
}
