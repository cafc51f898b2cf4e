package cn.sunlot.drawing.web;

import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.drawing.web.DrawResponses.PartyView;
import cn.sunlot.drawing.web.DrawResponses.ReasonView;
import cn.sunlot.drawing.web.DrawResponses.SourceView;
import cn.sunlot.drawing.web.DrawResponses.StratumView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The written record of a draw, to be signed by all present (ZB-9).
 *
 * @param ref name of the draw in its transcript
 * @param planLine the plan line, or the stated ground
 * @param drawn targets that stand, or places filled; null before anything is drawn
 * @param commitment fingerprint of what was fixed beforehand
 * @param seed once it can be computed
 * @param teams of a draw of inspectors
 * @param signatures on glass, PNG in base64, by party
 * @param previous number of the void draw that it replaces
 * @param successor number of the draw that replaces it
 * @param transcript once something was drawn
 */
record DrawPaper(
    String purpose,
    String ref,
    String taskNumber,
    String taskTitle,
    String planLine,
    String section,
    String operator,
    String rules,
    @Nullable Instant drawnAt,
    int poolSize,
    int frameSize,
    int excludedSize,
    @Nullable Long drawn,
    List<StratumView> strata,
    List<ReasonView> excluded,
    List<PartyView> parties,
    List<SourceView> sources,
    @Nullable String commitment,
    @Nullable String seed,
    List<DrawnTarget> targets,
    List<Team> teams,
    List<Round> rounds,
    Map<String, String> signatures,
    @Nullable Voided voided,
    @Nullable String previous,
    @Nullable String successor,
    @Nullable Attached transcript) {

  /** The transcript that belongs to the sheet: a PDF/A cannot hold it, so it states which one. */
  record Attached(String name, String sha256) {}

  /** A visit and who was drawn for it. */
  record Team(String visitNumber, String target, List<Place> members) {}

  /** A place in a team; nobody holds it while the name is null. */
  record Place(@Nullable String name, boolean leader, int round) {}

  record Round(int round, String reason, String approver, @Nullable Instant drawnAt) {}

  /** That it is void; or, {@code ended}, void for further rounds only. */
  record Voided(
      boolean ended, String cause, String reason, @Nullable String approver, Instant at) {}
}
