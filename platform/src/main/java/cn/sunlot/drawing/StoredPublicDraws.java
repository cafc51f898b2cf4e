package cn.sunlot.drawing;

import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawSearch;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.usecase.Screens;
import cn.sunlot.drawing.usecase.Transcripts;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.screen.DrawScreen;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws read for publication. */
@Component
@Transactional(readOnly = true)
class StoredPublicDraws implements PublicDraws {

  private static final Set<DrawState> SHOWN =
      EnumSet.of(DrawState.DRAWN, DrawState.CLOSED, DrawState.VOID);

  private final Draws faces;
  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final ResultStore results;
  private final DrawSearch search;
  private final Transcripts transcripts;
  private final Screens screens;

  StoredPublicDraws(
      Draws faces,
      DrawStore draws,
      CeremonyStore ceremonies,
      ResultStore results,
      DrawSearch search,
      Transcripts transcripts,
      Screens screens) {
    this.faces = faces;
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.results = results;
    this.search = search;
    this.transcripts = transcripts;
    this.screens = screens;
  }

  @Override
  public Optional<Shown> find(UUID drawId) {
    Draw draw = draws.get(drawId);
    return SHOWN.contains(draw.state()) ? Optional.of(shown(draw)) : Optional.empty();
  }

  @Override
  public List<UUID> list(UUID authorityId) {
    return draws.listOfAuthority(authorityId).stream()
        .filter(d -> SHOWN.contains(d.state()))
        .map(Draw::id)
        .toList();
  }

  @Override
  public boolean writeTranscript(UUID drawId, OutputStream to) throws IOException {
    if (ceremonies.get(drawId).outcomes().isEmpty()) {
      return false;
    }
    transcripts.get(drawId).transcript().writeZip(to);
    return true;
  }

  @Override
  public DrawScreen getScreen(UUID drawId) {
    return screens.get(drawId);
  }

  @Override
  public List<UUID> listAll(UUID authorityId) {
    return draws.listOfAuthority(authorityId).stream().map(Draw::id).toList();
  }

  @Override
  public boolean isLogged(UUID drawId) {
    return transcripts.isLogged(drawId);
  }

  private Shown shown(Draw draw) {
    Ceremony ceremony = ceremonies.get(draw.id());
    Ceremony.Committed committed = ceremony.committed();
    return new Shown(
        faces.getDraw(draw.id()),
        search.listStrata(draw.id()).stream().map(StoredPublicDraws::stratum).toList(),
        search.countExcluded(draw.id()),
        results.listTargets(draw.id()).size() + results.listSlots(draw.id()).size(),
        ceremony.witnesses().stream().map(Participant::kind).toList(),
        ceremony.sourcesOf(0).stream().map(Ceremony.Source::kind).toList(),
        draw.suite(),
        draw.profile(),
        committed == null ? null : committed.at(),
        voided(draw.voidance()));
  }

  private static Stratum stratum(DrawSearch.StratumRow s) {
    return new Stratum(s.stratum(), s.size(), s.rateBp(), s.count(), s.quota(), s.weighted());
  }

  private static @Nullable Void voided(@Nullable Voidance why) {
    return why == null ? null : new Void(Lifecycle.wireName(why.cause()), why.reason(), why.at());
  }
}
