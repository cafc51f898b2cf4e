package cn.sunlot.draw.matching;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random small rosters and rounds, and tickets, from a seed. */
final class Rosters {
  private Rosters() {}

  static Tickets tickets(long seed) {
    byte[] prk =
        Suite.SHA256.hash(("seed " + seed).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return Suite.SHA256.tickets(prk);
  }

  /** Loose, tight or infeasible by chance; up to 6 groups of up to 3 roles, up to 7 persons. */
  static Roster random(Random random) {
    int groupCount = 1 + random.nextInt(6);
    int personCount = 1 + random.nextInt(7);
    int roles = 1 + random.nextInt(3);
    int generosity = 1 + random.nextInt(4);
    Map<String, Long> persons = new LinkedHashMap<>();
    List<Absence> absent = new ArrayList<>();
    List<String> everybody = new ArrayList<>();
    for (int p = 0; p < personCount; p++) {
      String name = "p" + (char) ('a' + p);
      everybody.add(name);
      if (random.nextInt(8) == 0) {
        absent.add(new Absence(name, "leave"));
      } else {
        persons.put(name, (long) random.nextInt(generosity + 1));
      }
    }
    Map<String, List<String>> classes = new LinkedHashMap<>();
    int share = 1 + random.nextInt(4);
    for (int c = 0; c < roles; c++) {
      classes.put("c" + c, everybody.stream().filter(p -> random.nextInt(4) < share).toList());
    }
    List<String> groups = new ArrayList<>();
    Map<Slot, String> slots = new LinkedHashMap<>();
    List<Recusal> recused = new ArrayList<>();
    boolean ownClass = random.nextBoolean();
    for (int g = 0; g < groupCount; g++) {
      String group = "g" + g;
      groups.add(group);
      for (int r = 0; r < roles; r++) {
        slots.put(
            new Slot(group, (char) ('a' + r) + "-role"),
            "c" + (ownClass ? r : random.nextInt(roles)));
      }
      everybody.stream()
          .filter(p -> random.nextInt(8) == 0)
          .forEach(p -> recused.add(new Recusal(group, p)));
    }
    return new Roster(groups, persons, classes, slots, recused, absent, random.nextBoolean());
  }

  /** A next round: some leave, some of those slots and of the vacant ones are opened. */
  static InspectorRound round(Standing now, Random random) {
    List<InspectorRound.Departure> left = new ArrayList<>();
    List<Slot> open = new ArrayList<>();
    for (Slot slot : now.roster().slots().keySet()) {
      String holder = now.holders().get(slot);
      if (holder == null) {
        if (random.nextBoolean()) {
          open.add(slot);
        }
      } else if (random.nextInt(3) == 0) {
        left.add(new InspectorRound.Departure(slot, holder, "health"));
        if (random.nextInt(4) > 0) {
          open.add(slot);
        }
      }
    }
    List<Recusal> recused = new ArrayList<>();
    List<Absence> absent = new ArrayList<>();
    for (String p : now.roster().everybody().stream().sorted().toList()) {
      for (String group : now.roster().groups()) {
        if (random.nextInt(20) == 0) {
          recused.add(new Recusal(group, p));
        }
      }
      if (random.nextInt(10) == 0) {
        absent.add(new Absence(p, "leave"));
      }
    }
    return new InspectorRound(now.round() + 1, open, left, recused, absent, List.of());
  }
}
