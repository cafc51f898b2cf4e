package cn.sunlot.bench;

import cn.sunlot.bench.RosterMaker.Room;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Matching inspectors to visits. */
final class MatchBench {
  /** Beyond this many pairs a flow solver takes up to minutes, and gigabytes: one case, once. */
  private static final long MOST_FOR_SOLVERS = 1_000_000;

  private final Scale scale;
  private final Report report;
  private final Tickets tickets = DrawChild.tickets(Suite.SHA256);

  MatchBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  void run() throws Exception {
    List<Line> lines = new ArrayList<>();
    for (Scale.Size size : scale.matched()) {
      boolean small = size.pairs() <= MOST_FOR_SOLVERS;
      Roster loose = RosterMaker.make(size, Room.LOOSE, false, 1);
      Roster tight = RosterMaker.make(size, Room.TIGHT, false, 1);
      Roster balanced = RosterMaker.make(size, Room.LOOSE, true, 1);
      lines.addAll(compare(size, "loose", loose, 4, small));
      lines.addAll(compare(size, "tight", tight, 8, true));
      lines.addAll(compare(size, "balanced", balanced, 8, small));
    }
    report.section(
        "Matching inspectors",
        """
        Three roles for each visit; the class of each is a random third of the inspectors, so classes overlap; one in twenty is absent, one on
        average recused from each visit. Loose: capacities are twice what a full assignment needs. Tight: 95% of all capacities are needed. Balanced: loose, but
        the smallest common cap is found first and makes it as tight as can be. Bare hashing: one ticket for each eligible pair of slot and
        inspector, in a loop on the same threads. OR-Tools: minimum-cost flow with random costs, building its network and solving it, on one thread; it does not give what the draw's definition asks for.""",
        lines);
    report.section(
        "Teams that others leave incomplete",
        """
        Different rosters of a county, with absences and recusals, each given to us, to OR-Tools' maximum flow, and to the usual way: visit
        after visit in random order, each role a random suitable inspector with room left, or nobody. Short: capacities for nine slots of ten,
        so that not everything can be filled; as many slots as possible are then filled, not as many whole teams.""",
        county());
  }

  /** Next to bare hashing and, where wanted, next to the solvers. */
  private List<Line> compare(
      Scale.Size size, String how, Roster roster, double limit, boolean solvers) throws Exception {
    String what = "%s, %s".formatted(size.label(), how);
    report.progress("match " + what);
    Eligibility who = new Eligibility(roster);
    MatchResult result = Matching.draw(roster, tickets);
    ResultCheck.check(who, result);
    // Every roster of the maker but a short one has a full assignment.
    long possible = solvers ? Flows.most(who) : who.slots.length;
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.must(
            what + ", slots filled",
            DrawBench.count(result.slots().size()),
            solvers ? "maximum flow" : "made with a full assignment",
            DrawBench.count((int) possible),
            result.slots().size() == possible));
    PairHashing bare = new PairHashing(who, tickets);
    List<Timed> inTurn =
        scale.inTurn(
            size.pairs(),
            Timed.clock(() -> Matching.draw(roster, tickets)),
            Timed.clock(bare::run));
    Timed ours = inTurn.get(0);
    lines.add(Line.atMost(limit, what, ours, "bare hashing of all pairs", inTurn.get(1)));
    if (solvers) {
      lines.add(Line.beside(what, ours, "OR-Tools minimum-cost flow", cheapest(size, who)));
    }
    return lines;
  }

  private Timed cheapest(Scale.Size size, Eligibility who) throws Exception {
    Random random = new Random(2);
    Timed.Clock clock = Timed.clock(() -> Flows.cheapest(who, random));
    return size.pairs() > MOST_FOR_SOLVERS
        ? Timed.once(clock)
        : Timed.inTurn(Math.min(scale.times(size.pairs()), 31), scale.effort().warmUp(), clock)
            .get(0);
  }

  private List<Line> county() {
    Scale.Size size = scale.matched().get(0);
    List<Line> lines = new ArrayList<>();
    for (Room room : Room.values()) {
      report.progress("%d rosters, %s".formatted(scale.rosters(), room));
      lines.addAll(new CountyTrial(size, room, tickets).run(scale.rosters()));
    }
    return lines;
  }
}
