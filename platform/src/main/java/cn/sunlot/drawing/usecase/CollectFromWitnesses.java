package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.AuditProblem;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.CeremonyStore.Invited;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.intake.Collector;
import cn.sunlot.kernel.Problem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SystemWork;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Takes in what witnesses send from their own phones: each message is a step of the draw. */
@Component
class CollectFromWitnesses implements Collector {

  /** What a step waits for and gets by itself. */
  private static final Set<Problem> PASSING =
      Set.of(
          DrawingProblem.STEP_NOT_LOGGED,
          DrawingProblem.STEP_NOT_COSIGNED,
          AuditProblem.LOG_STOPPED);

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final CommitWitness commit;
  private final RevealNonce reveal;
  private final RunDraw draw;
  private final RunRound drawRound;
  private final SignRecord sign;
  private final ObjectMapper json;

  CollectFromWitnesses(
      DrawStore draws,
      CeremonyStore ceremonies,
      CommitWitness commit,
      RevealNonce reveal,
      RunDraw draw,
      RunRound drawRound,
      SignRecord sign,
      ObjectMapper json) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.commit = commit;
    this.reveal = reveal;
    this.draw = draw;
    this.drawRound = drawRound;
    this.sign = sign;
    this.json = json;
  }

  @Override
  public String purpose() {
    return CommitWitness.PURPOSE;
  }

  @Override
  public boolean passes(Refused refused) {
    return PASSING.contains(refused.problem());
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(Message message) {
    Invited invited =
        ceremonies
            .findInvitation(message.subject())
            .orElseThrow(() -> Refused.because(DrawingProblem.PARTY_UNKNOWN, message.subject()));
    UUID authority = draws.get(invited.drawId()).authorityId();
    SystemWork.of(authority, () -> take(message, invited));
  }

  private void take(Message message, Invited invited) {
    JsonNode content = json.readTree(message.content());
    String party = invited.invitation().party();
    switch (message.kind()) {
      case "commit" ->
          commit.byLink(
              invited.drawId(), party, text(content, "commitment"), find(content, "head"));
      case "reveal" -> reveal.byLink(invited.drawId(), party, text(content, "nonce"));
      case "open" -> open(invited, message.part(), text(content, "value"));
      case "sign" ->
          sign.byLink(
              invited.drawId(), party, Base64.getMimeDecoder().decode(text(content, "png")));
      default -> throw new IllegalArgumentException("a message of kind " + message.kind());
    }
  }

  private void open(Invited invited, int r, String value) {
    if (r == 0) {
      draw.byLink(invited.drawId(), value);
    } else {
      drawRound.byLink(invited.drawId(), value);
    }
  }

  private static String text(JsonNode content, String member) {
    return content.path(member).asString();
  }

  private static @Nullable String find(JsonNode content, String member) {
    return content.hasNonNull(member) ? text(content, member) : null;
  }
}
