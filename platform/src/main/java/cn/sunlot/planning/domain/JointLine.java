package cn.sunlot.planning.domain;

import cn.sunlot.planning.Plans.Arrangement;
import java.util.List;
import java.util.UUID;

/** Lines of several departments. */
public final class JointLine {

  private JointLine() {}

  /** The same line with these participants and items. */
  public static Line with(Line line, List<UUID> participants, List<UUID> itemVersionIds) {
    Arrangement now = line.arrangement();
    return new Line(
        line.id(),
        line.title(),
        line.category(),
        itemVersionIds,
        line.filter(),
        line.rates(),
        line.timesPerYear(),
        line.period(),
        line.executingId(),
        line.body(),
        new Arrangement(
            participants,
            now.handling(),
            now.weights(),
            now.methods(),
            now.form(),
            now.otherDemands(),
            now.visitsPerDay()),
        line.planned());
  }

  public static List<UUID> participants(Line line) {
    return line.arrangement().participants();
  }
}
