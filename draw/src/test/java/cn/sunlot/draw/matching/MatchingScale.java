package cn.sunlot.draw.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a city's matching takes: visits of joint teams of nine departments, two officers of the
 * first and one of each other. A program, not a test: {@code java … MatchingScale 30000 9 100}.
 */
public final class MatchingScale {

  private MatchingScale() {}

  public static void main(String[] args) {
    int visits = args.length > 0 ? Integer.parseInt(args[0]) : 30_000;
    int departments = args.length > 1 ? Integer.parseInt(args[1]) : 9;
    int people = args.length > 2 ? Integer.parseInt(args[2]) : 100;
    Roster roster = roster(visits, departments, people);
    for (int i = 0; i < 2; i++) {
      time("looked for a shortage", () -> Matching.shortage(roster).map(Object::toString));
      time(
          "drew",
          () ->
              Optional.of(Matching.draw(roster, MatchingScale::ticket).slots().size() + " slots"));
    }
  }

  private interface Work {
    Optional<String> run();
  }

  private static void time(String what, Work work) {
    long start = System.nanoTime();
    String found = work.run().orElse("nothing missing");
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        "%s in %.1f s, %d MB: %s%n",
        what,
        (System.nanoTime() - start) / 1e9,
        used >> 20,
        found.substring(0, Math.min(60, found.length())));
  }

  private static Roster roster(int visits, int departments, int people) {
    Map<String, Long> persons = new LinkedHashMap<>();
    Map<String, List<String>> classes = new LinkedHashMap<>();
    for (int d = 0; d < departments; d++) {
      List<String> members = new ArrayList<>();
      for (int p = 0; p < people; p++) {
        members.add("d" + d + "-p" + p);
        persons.put("d" + d + "-p" + p, (long) visits);
      }
      classes.put("c" + d, members);
    }
    List<String> groups = new ArrayList<>();
    Map<Slot, String> slots = new LinkedHashMap<>();
    for (int v = 0; v < visits; v++) {
      groups.add("v" + v);
      slots.put(new Slot("v" + v, "a-leader"), "c0");
      for (int d = 0; d < departments; d++) {
        slots.put(new Slot("v" + v, (char) ('b' + d) + "-member"), "c" + d);
      }
    }
    return new Roster(groups, persons, classes, slots, List.of(), List.of(), true);
  }

  private static byte[] ticket(String label) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
