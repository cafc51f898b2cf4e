package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.InspectorsDrawn.Shortage;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.usecase.PrepareDraw.Contents;
import cn.sunlot.drawing.usecase.PrepareDraw.Owner;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a roster of inspectors for a draw (TZ-21, ZB-9). */
@Component
@Transactional
public class PrepareInspectors {

  private final PrepareDraw prepare;
  private final FrozenFiles files;

  PrepareInspectors(PrepareDraw prepare, FrozenFiles files) {
    this.prepare = prepare;
    this.files = files;
  }

  /**
   * Prepares the draw.
   *
   * @param previous the void draw that this one replaces
   */
  public UUID run(InspectorDrawOrder order, @Nullable Draw previous) {
    if (order.slots().isEmpty()) {
      throw Refused.because(DrawingProblem.POOL_NOT_DRAWABLE)
          .naming(List.of(WrongValue.of("slots", "0", "drawing.slots.empty")));
    }
    Owner owner =
        new Owner(
            order.authorityId(),
            order.departmentId(),
            order.taskId(),
            order.taskNumber(),
            Purpose.INSPECTORS,
            order.profile(),
            previous);
    return prepare.run(
        owner,
        units ->
            LibraryRefusal.asProblem(
                DrawingProblem.POOL_NOT_DRAWABLE, "roster", () -> freeze(order, units)));
  }

  /** Who is too few for what; the tokens of this look are thrown away. */
  public Optional<Shortage> findShortage(InspectorDrawOrder order) {
    Units units = new Units(Suite.SHA256, "preview", new byte[Suite.LENGTH]);
    RosterBook book = new RosterBook(order, units);
    return Matching.shortage(book.roster()).map(book::shortage);
  }

  private Contents freeze(InspectorDrawOrder order, Units units) {
    Roster roster = new RosterBook(order, units).roster();
    byte[] document = Jcs.write(roster.json());
    return new Contents(
        order.officers().size() + order.absent().size(),
        order.officers().size(),
        order.absent().size(),
        new Subject.Inspectors(Names.hex(units.suite().hash(document))),
        null,
        null,
        files.store(roster),
        files.storeOrder(units.drawId(), order),
        Set.of());
  }
}
