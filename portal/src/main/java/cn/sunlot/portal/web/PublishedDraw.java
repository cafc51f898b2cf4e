package cn.sunlot.portal.web;

import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Ticket;
import cn.sunlot.screen.ResultRows;
import java.util.List;

/**
 * A published transcript as pages read it.
 *
 * @param tickets drawn targets in the order of the result
 * @param places filled places in that order
 */
record PublishedDraw(Transcript transcript, List<Ticket> tickets, List<Place> places) {

  static PublishedDraw of(Transcript transcript) {
    boolean targets = transcript.lists() instanceof Transcript.Lists.Targets;
    ResultRows rows = ResultRows.of(targets, Node.root(transcript.result()).get("rounds").items());
    return new PublishedDraw(transcript, rows.tickets(), rows.places());
  }

  int total() {
    return tickets.size() + places.size();
  }
}
