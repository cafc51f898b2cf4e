package cn.sunlot.screen;

import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Ticket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a draw as rows, numbered in the order of {@code result.json}: room, public page and
 * the pages of a published draw read it here, so that none can show another order.
 */
public final class ResultRows {

  private final List<Ticket> tickets = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Integer> byStratum = new HashMap<>();
  private int unfilled;

  private ResultRows() {}

  /**
   * Reads the rounds of a result, from round 0 on.
   *
   * @param targets whether targets were drawn, not inspectors
   */
  public static ResultRows of(boolean targets, List<Node> rounds) {
    ResultRows rows = new ResultRows();
    for (Node round : rounds) {
      if (targets) {
        rows.add(TargetRound.read(round));
      } else {
        rows.add(round);
      }
    }
    return rows;
  }

  private void add(TargetRound round) {
    round
        .strata()
        .forEach(
            (stratum, drawn) -> {
              for (int i = 0; i < drawn.size(); i++) {
                tickets.add(
                    new Ticket(
                        tickets.size() + 1,
                        round.r(),
                        stratum,
                        i + 1,
                        drawn.get(i).token(),
                        drawn.get(i).ticket()));
              }
              byStratum.merge(stratum, drawn.size(), Integer::sum);
            });
  }

  private void add(Node round) {
    int r = (int) round.get("r").integer(0, Integer.MAX_VALUE);
    for (Node slot : round.get("slots").items()) {
      places.add(
          new Place(
              places.size() + 1,
              r,
              slot.get("group").text(),
              slot.get("role").text(),
              slot.get("person").text()));
    }
    unfilled = round.get("unfilled").items().size();
  }

  /** Drawn targets. */
  public List<Ticket> tickets() {
    return Collections.unmodifiableList(tickets);
  }

  /** Filled places. */
  public List<Place> places() {
    return Collections.unmodifiableList(places);
  }

  /** Targets drawn of each stratum, all rounds together. */
  public Map<String, Integer> byStratum() {
    return Collections.unmodifiableMap(byStratum);
  }

  /** Places of the last round that nobody could fill. */
  public int unfilled() {
    return unfilled;
  }
}
