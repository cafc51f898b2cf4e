package cn.sunlot.cli.lists;

import cn.sunlot.cli.Trouble;
import cn.sunlot.cli.lists.Table.Line;
import cn.sunlot.cli.rules.MatchRules;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.matching.Absence;
import cn.sunlot.draw.matching.Recusal;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Slot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Inspectors and visits from their sheets, put together as the roster of section 9. */
public final class InspectorList {

  private final MatchRules rules;
  private final Map<String, Long> persons = new LinkedHashMap<>();
  private final Map<String, List<String>> classes = new LinkedHashMap<>();
  private final List<Absence> absent = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Long> rowOf = new LinkedHashMap<>();
  private final Map<String, String> visits = new LinkedHashMap<>();
  private final Map<String, Long> rowOfVisit = new LinkedHashMap<>();
  private final Set<Recusal> recused = new LinkedHashSet<>();

  private InspectorList(MatchRules rules) {
    this.rules = rules;
    rules.roles().values().forEach(name -> classes.putIfAbsent(name, new ArrayList<>()));
  }

  /**
   * Reads both sheets.
   *
   * @throws Trouble naming row, column and value of everything that is wrong
   */
  public static InspectorList read(Path inspectors, Path visits, MatchRules rules)
      throws IOException {
    InspectorList list = new InspectorList(rules);
    MatchRules.Listed people = rules.inspectors();
    Table.read(inspectors, people.sheet(), people.columns(), list::takeInspector);
    for (Map.Entry<String, String> role : rules.roles().entrySet()) {
      if (list.classes.getOrDefault(role.getValue(), List.of()).isEmpty()) {
        throw Trouble.of(
            "match.empty-class", inspectors.getFileName(), role.getKey(), role.getValue());
      }
    }
    MatchRules.Listed places = rules.visits();
    Table.read(visits, places.sheet(), places.columns(), list::takeVisit);
    if (list.visits.isEmpty()) {
      throw Trouble.of("match.no-visit", visits.getFileName());
    }
    return list;
  }

  private void takeInspector(Line line) {
    String id = id(line, rules.inspectors().prefix());
    Long before = rowOf.get(id);
    if (before != null) {
      throw line.wrong("id", "match.twice", id, before);
    }
    List<String> codes = new ArrayList<>();
    for (String text : pieces(line.text("classes"))) {
      codes.add(
          rules
              .classCodes()
              .of(text)
              .orElseThrow(() -> line.wrong("classes", "match.class-code", text)));
    }
    String away = line.text("absent");
    if (away.isEmpty()) {
      persons.put(id, capacity(line));
    } else {
      String reason =
          rules
              .reasonCodes()
              .of(away)
              .orElseThrow(() -> line.wrong("absent", "match.reason-code", away));
      absent.add(new Absence(id, reason));
    }
    codes.stream()
        .distinct()
        .forEach(code -> classes.computeIfAbsent(code, c -> new ArrayList<>()).add(id));
    names.put(id, line.text("name"));
    rowOf.put(id, line.number());
  }

  private long capacity(Line line) {
    String said = line.code("capacity");
    if (said.isEmpty()) {
      return rules.capacity();
    }
    if (!said.matches("0|[1-9][0-9]{0,5}")) {
      throw line.wrong("capacity", "match.capacity", said);
    }
    return Long.parseLong(said);
  }

  private void takeVisit(Line line) {
    String id = id(line, rules.visits().prefix());
    Long before = rowOfVisit.get(id);
    if (before != null) {
      throw line.wrong("id", "match.twice", id, before);
    }
    List<Recusal> here = new ArrayList<>();
    for (String text : pieces(line.text("recused"))) {
      String person = rules.inspectors().prefix() + text.toUpperCase(Locale.ROOT);
      if (!rowOf.containsKey(person)) {
        throw line.wrong("recused", "match.recused", text);
      }
      here.add(new Recusal(id, person));
    }
    recused.addAll(here);
    visits.put(id, line.text("name"));
    rowOfVisit.put(id, line.number());
  }

  private static String id(Line line, String prefix) {
    String code = line.code("id").toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      throw line.wrong("id", "match.no-id");
    }
    if (IdentityNumbers.isPerson(code)) {
      throw line.wrong("id", "target.person", code.substring(0, 6) + "…");
    }
    String id = prefix + code;
    if (!Names.LABEL.matcher(id).matches()) {
      throw line.wrong("id", "match.id", code);
    }
    return id;
  }

  private static List<String> pieces(String text) {
    return Arrays.stream(text.split("[,，、;；/|\\s]+"))
        .map(String::strip)
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  /** The roster of the draw. */
  public Roster roster() {
    Map<Slot, String> slots = new LinkedHashMap<>();
    for (String visit : visits.keySet()) {
      rules.roles().forEach((role, name) -> slots.put(new Slot(visit, role), name));
    }
    return new Roster(
        List.copyOf(visits.keySet()),
        persons,
        classes,
        slots,
        List.copyOf(recused),
        absent,
        rules.balance());
  }

  /** The inspector's name as the sheet has it, or "". */
  public String nameOf(String person) {
    return names.getOrDefault(person, "");
  }

  /** The visit's name as the sheet has it, or "". */
  public String nameOfVisit(String visit) {
    return visits.getOrDefault(visit, "");
  }
}
