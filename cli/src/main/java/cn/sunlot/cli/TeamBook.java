package cn.sunlot.cli;

import cn.sunlot.cli.lists.InspectorList;
import cn.sunlot.draw.matching.Assignment;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The teams for people: one row per slot, by visit and role, unfilled ones marked. */
final class TeamBook {

  static final String NAME = "teams.xlsx";

  private final Words words;
  private final InspectorList list;

  TeamBook(Words words, InspectorList list) {
    this.words = words;
    this.list = list;
  }

  void write(OutputStream out, MatchResult result) throws IOException {
    List<Heading> columns =
        Stream.of("book.visit", "book.visit-name", "book.role", "book.person", "book.person-name")
            .map(key -> Heading.of(words.say(key)))
            .toList();
    List<Assignment> all = new ArrayList<>(result.slots());
    result.unfilled().forEach(slot -> all.add(new Assignment(slot, "")));
    all.sort(
        Comparator.comparing((Assignment a) -> a.slot().group())
            .thenComparing(a -> a.slot().role()));
    try (SheetWriter sheet = SheetWriter.xlsx(out, words.say("book.teams"), columns)) {
      for (Assignment assignment : all) {
        sheet.row(cells(assignment));
      }
    }
  }

  private List<String> cells(Assignment assignment) {
    Slot slot = assignment.slot();
    boolean filled = !assignment.person().isEmpty();
    return List.of(
        slot.group(),
        list.nameOfVisit(slot.group()),
        slot.role(),
        filled ? assignment.person() : words.say("book.unfilled"),
        filled ? list.nameOf(assignment.person()) : "");
  }
}
