package cn.sunlot.drawlog;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Json;
import java.util.List;
import java.util.Set;

/** The payloads of a draw's entries: what is hashed into them, and public with the transcript. */
public final class StepPayload {

  /** Causes of {@link StepType#VOID} that end further rounds only: what was drawn stands. */
  private static final Set<String> OF_ROUNDS = Set.of("chain-lost", "chain-used-up");

  private StepPayload() {}

  /**
   * Whether a draw that is void for this cause is void for further rounds only, because the secret
   * of its chain is lost or used up (draw.md section 5).
   */
  public static boolean endsRoundsOnly(String cause) {
    return OF_ROUNDS.contains(cause);
  }

  /** Of {@link StepType#COMMITTED}: the commitment document. */
  public static Json committed(Commitment commitment) {
    return commitment.json();
  }

  /** Of {@link StepType#REVEALED}. */
  public static Json revealed(Nonce nonce) {
    return nonce.json();
  }

  /**
   * Of {@link StepType#PUBLIC}.
   *
   * @param r 0 for the draw; its values do not name the round
   */
  public static Json value(int r, PublicSource source, String value) {
    Json.Builder out =
        Json.object().put("kind", source.kind()).put("id", source.id()).put("value", value);
    return (r == 0 ? out : out.put("r", r)).build();
  }

  /** Of {@link StepType#OPENED}: C_r in hex. */
  public static Json opened(int r, String value) {
    return Json.object().put("r", r).put("value", value).build();
  }

  /** Of {@link StepType#ROUND}: the input document of a substitute round. */
  public static Json round(Json input) {
    return input;
  }

  /** Of {@link StepType#DRAWN}: the member of {@code rounds} in {@code result.json}. */
  public static Json drawn(Json round) {
    return round;
  }

  /**
   * Of {@link StepType#VOID}.
   *
   * @param commitmentHash which draw
   * @param cause code of why
   * @param failed parties that did not do their part
   * @param reason in words
   * @param approver who approved it
   */
  public static Json voided(
      String commitmentHash, String cause, List<String> failed, String reason, String approver) {
    return Json.object()
        .put("commitmentHash", commitmentHash)
        .put("cause", cause)
        .put("failed", Json.texts(failed))
        .put("reason", reason)
        .put("approver", approver)
        .build();
  }
}
