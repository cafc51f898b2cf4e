package cn.sunlot.drawing.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the screens of draws send. */
final class DrawRequests {

  private DrawRequests() {}

  /**
   * A witness with exactly one of commitment, nonce and dice; or, by {@code link}, with none of
   * them yet.
   *
   * @param chainHead of the chain whose secret this witness keeps, if it supervises the draw
   * @param supervises by {@code link}: whether this witness is to supervise the draw
   */
  record WitnessRequest(
      @NotBlank @Size(max = 64) String kind,
      @Nullable @Size(max = 100) String kindText,
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String unit,
      @Nullable @Size(max = 64) String commitment,
      @Nullable @Size(max = 64) String nonce,
      @Nullable @Size(max = 400) String dice,
      @Nullable @Size(max = 64) String chainHead,
      @Nullable Boolean link,
      @Nullable Boolean supervises) {}

  /** What a witness who was named for a link contributes at the operator's screen instead. */
  record ContributionRequest(
      @NotBlank @Size(max = 32) String party,
      @Nullable @Size(max = 64) String commitment,
      @Nullable @Size(max = 64) String nonce,
      @Nullable @Size(max = 400) String dice,
      @Nullable @Size(max = 64) String chainHead) {}

  /** A witness who is to be given a link. */
  record LinkRequest(@NotBlank @Size(max = 32) String party) {}

  /** The chain value that the supervising party opens at the operator's screen; else null. */
  record ChainRequest(@Nullable @Size(max = 64) String chainValue) {}

  /** A witness to be taken out before the commitment. */
  record RemovalRequest(
      @NotBlank @Size(max = 32) String party, @NotBlank @Size(max = 1000) String reason) {}

  /**
   * A public source; each kind takes what it needs.
   *
   * @param count of digits of dice, of numbers of a lottery
   * @param expectedAt when the value is to be published
   */
  record SourceRequest(
      @NotBlank @Size(max = 64) String kind,
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 200) String issue,
      @Nullable @Size(max = 200) String writing,
      @Nullable @Min(1) @Max(1000) Integer count,
      @Nullable Instant expectedAt) {}

  /** The nonce of a party that keeps it itself; null where the platform keeps it. */
  record RevealRequest(
      @NotBlank @Size(max = 32) String party, @Nullable @Size(max = 64) String nonce) {}

  record PublicValueRequest(
      @Min(0) @Max(100) int position, @NotBlank @Size(max = 400) String value) {}

  record VoidRequest(@NotBlank @Size(max = 1000) String reason) {}
}
