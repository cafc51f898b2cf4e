package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Committed;
import cn.sunlot.drawing.domain.Ceremony.Outcome;
import cn.sunlot.drawing.domain.Ceremony.Revealed;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawSearch;
import cn.sunlot.drawing.store.DrawSearch.StratumRow;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Regions;
import cn.sunlot.screen.DrawScreen;
import cn.sunlot.screen.DrawScreen.Commitment;
import cn.sunlot.screen.DrawScreen.Party;
import cn.sunlot.screen.DrawScreen.Place;
import cn.sunlot.screen.DrawScreen.Source;
import cn.sunlot.screen.DrawScreen.Stratum;
import cn.sunlot.screen.DrawScreen.Team;
import cn.sunlot.screen.DrawScreen.Teams;
import cn.sunlot.screen.DrawScreen.Voided;
import cn.sunlot.screen.ResultRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws as everybody may watch them. What was drawn is read from the documents that go into the
 * transcript, so that a screen cannot show other numbers.
 */
@Component
@Transactional(readOnly = true)
public class Screens {

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final DrawSearch search;

  Screens(DrawStore draws, CeremonyStore ceremonies, DrawSearch search) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.search = search;
  }

  /** The draw at this step. */
  public DrawScreen get(UUID id) {
    Draw draw = draws.get(id);
    Ceremony ceremony = ceremonies.get(id);
    ResultRows result = result(draw, ceremony.outcomes());
    return new DrawScreen(
        draw.ref(),
        draw.number(),
        Lifecycle.wireName(draw.purpose()),
        Lifecycle.wireName(draw.state()),
        draw.taskNumber(),
        draw.suite(),
        draw.frozen().poolSize(),
        draw.frozen().frameSize(),
        draw.frozen().excludedSize(),
        search.countExcluded(id),
        search.listStrata(id).stream().map(s -> stratum(s, result.byStratum())).toList(),
        commitment(ceremony.committed()),
        ceremony.parties().stream().map(p -> party(p, ceremony.reveals().get(p.party()))).toList(),
        sources(ceremony),
        Math.max(0, ceremony.outcomes().size() - 1),
        result.tickets().size() + result.places().size(),
        result.unfilled(),
        last(result.tickets()),
        last(result.places()),
        teams(result.places()),
        // A draw that is void for further rounds goes on, and what it drew is shown.
        draw.state() == DrawState.VOID ? voided(draw.voidance()) : null);
  }

  private static <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - DrawScreen.LAST), all.size());
  }

  /** Who goes where: in a later round a place is given to somebody else. */
  private static @Nullable Teams teams(List<Place> places) {
    Map<String, Map<String, String>> byVisit = new LinkedHashMap<>();
    for (Place place : places) {
      byVisit
          .computeIfAbsent(place.group(), g -> new TreeMap<>())
          .put(place.role(), place.person());
    }
    return byVisit.isEmpty()
        ? null
        : new Teams(
            byVisit.size(),
            byVisit.entrySet().stream()
                .limit(DrawScreen.TEAMS)
                .map(e -> new Team(e.getKey(), List.copyOf(e.getValue().values())))
                .toList());
  }

  private static Stratum stratum(StratumRow s, Map<String, Integer> drawn) {
    return new Stratum(
        s.stratum(),
        region(s.stratum()),
        s.size(),
        s.rateBp(),
        s.count(),
        s.quota(),
        s.weighted(),
        drawn.getOrDefault(s.stratum(), 0));
  }

  /** The name of the region of a stratum that is a class in one, e.g. {@code A.331002}; else "". */
  private static String region(String stratum) {
    int dot = stratum.indexOf('.');
    return dot < 0 ? "" : Regions.findName(stratum.substring(dot + 1)).orElse("");
  }

  private static @Nullable Commitment commitment(@Nullable Committed committed) {
    return committed == null
        ? null
        : new Commitment(
            committed.hash(), committed.at(), committed.revealBy(), committed.openBy());
  }

  private static Party party(Participant party, @Nullable Revealed revealed) {
    return new Party(party.party(), party.kind(), revealed == null ? null : revealed.nonce());
  }

  private static List<Source> sources(Ceremony ceremony) {
    return ceremony.sourcesOf(0).stream()
        .map(s -> new Source(s.kind(), s.id(), ceremony.values().get(s.place())))
        .toList();
  }

  private static @Nullable Voided voided(@Nullable Voidance why) {
    return why == null
        ? null
        : new Voided(Lifecycle.wireName(why.cause()), why.reason(), why.failed(), why.at());
  }

  private static ResultRows result(Draw draw, List<Outcome> outcomes) {
    return ResultRows.of(
        draw.purpose() == Purpose.TARGETS,
        outcomes.stream().map(o -> Node.root(Jcs.parse(o.document()))).toList());
  }
}
