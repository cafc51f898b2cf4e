package cn.sunlot.portal.web;

import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Ticket;
import java.util.ArrayList;
import java.util.List;

/**
 * A published transcript as pages read it.
 *
 * @param tickets drawn targets in the order of the result
 * @param places filled places in that order
 */
record PublishedDraw(Transcript transcript, List<Ticket> tickets, List<Place> places) {

  static PublishedDraw of(Transcript transcript) {
    List<Ticket> tickets = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    boolean targets = transcript.lists() instanceof Transcript.Lists.Targets;
    for (Node round : Node.root(transcript.result()).get("rounds").items()) {
      if (targets) {
        add(tickets, TargetRound.read(round));
      } else {
        add(places, round);
      }
    }
    return new PublishedDraw(transcript, List.copyOf(tickets), List.copyOf(places));
  }

  private static void add(List<Ticket> tickets, TargetRound round) {
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
            });
  }

  private static void add(List<Place> places, Node round) {
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
  }

  int total() {
    return tickets.size() + places.size();
  }
}
