package cn.sunlot.cli;

import cn.sunlot.cli.lists.TargetList;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.targets.Drawn;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The drawn units for people: place in the draw, the whole row of the list, token and salt. */
final class DrawnBook {

  static final String NAME = "drawn.xlsx";

  private final Words words;
  private final TargetList list;
  private final Map<String, Opening> byToken;

  DrawnBook(Words words, TargetList list, Map<String, Opening> byToken) {
    this.words = words;
    this.list = list;
    this.byToken = byToken;
  }

  void write(OutputStream out, TargetRound round) throws IOException {
    Map<String, List<String>> rows =
        list.rows(byToken.values().stream().map(Opening::unit).toList());
    List<Heading> columns = new ArrayList<>();
    for (String key : List.of("book.place", "book.stratum", "book.unit")) {
      columns.add(Heading.of(words.say(key)));
    }
    list.headings().forEach(name -> columns.add(Heading.of(name)));
    columns.add(Heading.of(words.say("book.ticket")));
    columns.add(Heading.of(words.say("book.token")));
    columns.add(Heading.of(words.say("book.salt")).withNote(words.say("book.salt-note")));
    try (SheetWriter sheet = SheetWriter.xlsx(out, words.say("book.drawn"), columns)) {
      for (Map.Entry<String, List<Drawn>> stratum : round.strata().entrySet()) {
        int place = 0;
        for (Drawn drawn : stratum.getValue()) {
          sheet.row(cells(++place, stratum.getKey(), drawn, rows));
        }
      }
    }
  }

  private List<String> cells(
      int place, String stratum, Drawn drawn, Map<String, List<String>> rows) {
    Opening opening = java.util.Objects.requireNonNull(byToken.get(drawn.token()));
    List<String> cells = new ArrayList<>(List.of("" + place, stratum, opening.unit()));
    List<String> row = rows.getOrDefault(opening.unit(), List.of());
    for (int i = 0; i < list.headings().size(); i++) {
      cells.add(i < row.size() ? row.get(i) : "");
    }
    cells.addAll(List.of(drawn.ticket(), drawn.token(), opening.salt()));
    return cells;
  }
}
