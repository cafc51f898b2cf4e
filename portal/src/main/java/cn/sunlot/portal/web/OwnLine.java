package cn.sunlot.portal.web;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.targets.Exclusions;
import cn.sunlot.draw.targets.Frame;
import cn.sunlot.draw.targets.LineProof;
import cn.sunlot.draw.transcript.Transcript.Lists;
import cn.sunlot.screen.DrawScreen.Ticket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands in a published draw. Its risk class is not put into words: it is internal,
 * and nobody needs it to know the chance.
 *
 * @param token of the unit in this draw
 * @param line as published, without LF
 * @param number of the line, from 1
 * @param lines of its list
 * @param reason why it could not be drawn; null if it could
 * @param chance null where it could not be drawn
 * @param drawn the row of the result, or null
 */
record OwnLine(
    String token,
    String line,
    int number,
    int lines,
    @Nullable String reason,
    @Nullable Chance chance,
    @Nullable Ticket drawn) {

  /**
   * How likely it was to be drawn.
   *
   * @param quota places of its class
   * @param size members of its class
   * @param weight its own weight; above 1 no one number tells the chance
   */
  record Chance(int quota, int size, int weight) {}

  /** Looks a unit up; empty if the opening leads to no line of this draw. */
  static Optional<OwnLine> find(PublishedDraw draw, Opening opening) {
    return draw.transcript().lists() instanceof Lists.Targets lists
        ? inFrame(draw, lists.frame(), opening.token())
            .or(() -> excluded(lists.excluded(), opening.token()))
        : Optional.empty();
  }

  private static Optional<OwnLine> inFrame(PublishedDraw draw, Frame frame, String token) {
    int index = frame.indexOf(token);
    if (index < 0) {
      return Optional.empty();
    }
    String line = frame.line(index);
    String[] parts = line.split(",", -1);
    Subject.Targets subject = (Subject.Targets) draw.transcript().commitment().subject();
    Subject.Stratum stratum = java.util.Objects.requireNonNull(subject.strata().get(parts[1]));
    Ticket drawn =
        draw.tickets().stream().filter(t -> t.token().equals(token)).findFirst().orElse(null);
    return Optional.of(
        new OwnLine(
            token,
            line,
            index + 1,
            frame.size(),
            null,
            new Chance(stratum.quota(), stratum.size(), Integer.parseInt(parts[2])),
            drawn));
  }

  private static Optional<OwnLine> excluded(Exclusions excluded, String token) {
    int index = excluded.indexOf(token);
    if (index < 0) {
      return Optional.empty();
    }
    String line = excluded.line(index);
    String reason = line.substring(line.indexOf(',') + 1);
    return Optional.of(new OwnLine(token, line, index + 1, excluded.size(), reason, null, null));
  }

  /**
   * That the line is part of what was committed to, to be checked without this site.
   *
   * @param list {@code frame} or {@code excluded}
   * @param root the list's root in the commitment
   */
  record Proof(
      String v,
      String draw,
      String suite,
      String commitmentHash,
      String list,
      String line,
      String root,
      LineProof proof) {}

  /** The proof of this line. */
  Proof prove(PublishedDraw draw, Suite suite) {
    Commitment commitment = draw.transcript().commitment();
    Lists.Targets lists = (Lists.Targets) draw.transcript().lists();
    boolean frame = reason == null;
    return new Proof(
        "sunlot/line/v1",
        commitment.draw(),
        suite.name(),
        commitment.hash(suite),
        frame ? "frame" : "excluded",
        line,
        frame ? lists.frame().listed().root() : lists.excluded().excluded().list().root(),
        frame
            ? LineProof.of(suite, lists.frame(), number - 1)
            : LineProof.of(suite, lists.excluded(), number - 1));
  }
}
