package cn.sunlot.drawing;

import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.usecase.CheckDraw;
import cn.sunlot.drawing.usecase.Openings;
import cn.sunlot.drawing.usecase.PrepareInspectors;
import cn.sunlot.drawing.usecase.PrepareTargets;
import cn.sunlot.drawing.usecase.RequestRound;
import cn.sunlot.drawing.usecase.Standings;
import cn.sunlot.kernel.Lifecycle;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face over use cases and stores. */
@Component
@Transactional
class StoredDraws implements Draws {

  private final PrepareTargets prepareTargets;
  private final PrepareInspectors prepareInspectors;
  private final RequestRound requestRound;
  private final Openings openings;
  private final CheckDraw check;
  private final Standings standings;
  private final DrawStore draws;
  private final CeremonyStore ceremonies;

  StoredDraws(
      PrepareTargets prepareTargets,
      PrepareInspectors prepareInspectors,
      RequestRound requestRound,
      Openings openings,
      CheckDraw check,
      Standings standings,
      DrawStore draws,
      CeremonyStore ceremonies) {
    this.prepareTargets = prepareTargets;
    this.prepareInspectors = prepareInspectors;
    this.requestRound = requestRound;
    this.openings = openings;
    this.check = check;
    this.standings = standings;
    this.draws = draws;
    this.ceremonies = ceremonies;
  }

  @Override
  public UUID prepareTargets(TargetDrawHead head, TargetPool pool) {
    return prepareTargets.run(head, pool, null);
  }

  @Override
  public UUID prepareInspectors(InspectorDrawOrder order) {
    return prepareInspectors.run(order, null);
  }

  @Override
  public int requestRound(UUID drawId, RoundOrder order) {
    return requestRound.run(drawId, order);
  }

  @Override
  @Transactional(readOnly = true)
  public Draw getDraw(UUID id) {
    return face(draws.get(id));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Draw> listOfTask(UUID taskId) {
    return draws.listOfTask(taskId).stream().map(this::face).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<DrawnTarget> listDrawnTargets(UUID drawId) {
    return standings.listTargets(drawId);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Assignment> listAssignments(UUID drawId) {
    return standings.listHeld(drawId);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> findLineCode(UUID drawId, UUID targetId) {
    return openings.find(drawId, targetId).map(Openings.UnitOpening::code);
  }

  @Override
  public void releaseOpenings(UUID drawId, Collection<UUID> targetIds) {
    openings.release(drawId, targetIds);
  }

  @Override
  @Transactional(readOnly = true)
  public Check check(UUID drawId) {
    return check.run(drawId);
  }

  private Draw face(cn.sunlot.drawing.domain.Draw draw) {
    Ceremony ceremony = ceremonies.get(draw.id());
    Ceremony.Committed committed = ceremony.committed();
    Instant drawnAt = ceremony.outcomes().isEmpty() ? null : ceremony.outcomes().get(0).at();
    return new Draw(
        draw.id(),
        draw.number(),
        draw.ref(),
        Lifecycle.wireName(draw.purpose()),
        Lifecycle.wireName(draw.state()),
        draw.authorityId(),
        draw.departmentId(),
        draw.taskId(),
        draw.taskNumber(),
        committed == null ? null : committed.hash(),
        draw.frozen().poolSize(),
        draw.frozen().frameSize(),
        draw.frozen().excludedSize(),
        Math.max(0, ceremony.outcomes().size() - 1),
        draw.previousId(),
        drawnAt);
  }
}
