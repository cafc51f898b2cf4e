package cn.sunlot.drawing.web;

import cn.sunlot.audit.PublicLog;
import cn.sunlot.audit.PublicLog.Place;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.web.DrawResponses.StepView;
import cn.sunlot.kernel.web.PublicSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the steps of a draw stand in the public log, and where anybody can read them. */
@Component
class LogPlaces {

  private final PublicLog log;
  private final PublicSite site;

  LogPlaces(PublicLog log, PublicSite site) {
    this.log = log;
    this.site = site;
  }

  /** Steps that the log alone knows the time of. */
  private static final Set<String> IN_THE_LOG = Set.of("draw-public", "draw-opened");

  /** The steps with their places; a step that waits for its place has none yet. */
  List<StepView> with(Draw draw, List<StepView> steps) {
    List<Place> open = new ArrayList<>(log.listPlaces(draw.ref()));
    List<StepView> placed = new ArrayList<>();
    for (StepView step : steps) {
      Optional<Place> place = open.stream().filter(p -> isOf(p, step)).findFirst();
      place.ifPresent(open::remove);
      Long seq = place.map(Place::seq).orElse(null);
      placed.add(new StepView(step.type(), step.what(), step.at(), seq, address(seq)));
    }
    open.stream()
        .filter(place -> IN_THE_LOG.contains(place.type()))
        .map(p -> new StepView(p.type(), what(p), p.at(), p.seq(), address(p.seq())))
        .forEach(placed::add);
    placed.sort(Comparator.comparing(LogPlaces::order).thenComparing(StepView::at));
    return placed;
  }

  /** What waits for its place comes after what has one. */
  private static long order(StepView step) {
    Long seq = step.seq();
    return seq == null ? Long.MAX_VALUE : seq;
  }

  private @Nullable String address(@Nullable Long seq) {
    return seq == null ? null : site.page("/log/entries/" + seq).orElse(null);
  }

  private static boolean isOf(Place place, StepView step) {
    return place.type().equals(step.type())
        && (step.what().isEmpty() || step.what().equals(what(place)));
  }

  /** The party of a nonce, or the number of a round. */
  private static String what(Place place) {
    try {
      Json.Obj payload = (Json.Obj) Jcs.parse(place.payload());
      Json about = payload.members().getOrDefault("party", payload.members().get("r"));
      return about instanceof Json.Int r
          ? Long.toString(r.value())
          : about instanceof Json.Text party ? party.value() : "";
    } catch (Refusal | ClassCastException none) {
      return "";
    }
  }
}
