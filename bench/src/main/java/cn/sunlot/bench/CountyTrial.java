package cn.sunlot.bench;

import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Many rosters of one kind: what can be filled, what we fill, what the greedy way leaves open. */
final class CountyTrial {
  private final Scale.Size size;
  private final RosterMaker.Room room;
  private final Tickets tickets;
  private long slots;
  private long possible;
  private long filled;
  private int full;
  private int notAll;
  private int brokenByUs;
  private int brokenByGreedy;
  private int teams;
  private int brokenTeams;
  private int greedyTeams;
  private long greedySlots;

  CountyTrial(Scale.Size size, RosterMaker.Room room, Tickets tickets) {
    this.size = size;
    this.room = room;
    this.tickets = tickets;
  }

  List<Line> run(int rosters) {
    for (int i = 0; i < rosters; i++) {
      one(RosterMaker.make(size, room, false, 1_000 + i), new Random(i));
    }
    String what = "%s, %s, %d rosters".formatted(size.label(), name(), rosters);
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.must(
            what + ", slots filled of " + DrawBench.count((int) slots),
            DrawBench.count((int) filled),
            "maximum flow",
            DrawBench.count((int) possible),
            notAll == 0));
    if (full > 0) {
      String broken = what + ", broken of " + full + " that can be filled";
      lines.add(besideGreedy(broken, brokenByUs + "", brokenByGreedy + ""));
    }
    lines.add(besideGreedy(what + ", slots empty", slots - filled + "", greedySlots + ""));
    lines.add(besideGreedy(what + ", incomplete teams", share(brokenTeams), share(greedyTeams)));
    return lines;
  }

  private static Line besideGreedy(String what, String ours, String theirs) {
    return new Line(what, ours, "greedy and skip", theirs, "", "", Line.Verdict.NO_LIMIT);
  }

  private String name() {
    return room.name().toLowerCase(Locale.ROOT);
  }

  private void one(Roster roster, Random random) {
    Eligibility who = new Eligibility(roster);
    MatchResult result = Matching.draw(roster, tickets);
    ResultCheck.check(who, result);
    long most = Flows.most(who);
    GreedyAndSkip greedy = GreedyAndSkip.fill(who, random);
    slots += who.slots.length;
    possible += most;
    filled += result.slots().size();
    notAll += result.slots().size() == most ? 0 : 1;
    if (most == who.slots.length) {
      full++;
      brokenByUs += result.unfilled().isEmpty() ? 0 : 1;
      brokenByGreedy += greedy.brokenTeams() > 0 ? 1 : 0;
    }
    teams += who.visits;
    greedyTeams += greedy.brokenTeams();
    greedySlots += greedy.emptySlots();
    Stream<String> broken = result.unfilled().stream().map(slot -> slot.group());
    brokenTeams += (int) broken.distinct().count();
  }

  private String share(int broken) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * broken / teams);
  }
}
