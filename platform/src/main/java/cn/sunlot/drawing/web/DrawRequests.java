package cn.sunlot.drawing.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the screens of draws send. */
final class DrawRequests {

  private DrawRequests() {}

  /** A witness with exactly one of commitment, nonce and dice. */
  record WitnessRequest(
      @NotBlank @Size(max = 64) String kind,
      @Nullable @Size(max = 100) String kindText,
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String unit,
      @Nullable @Size(max = 64) String commitment,
      @Nullable @Size(max = 64) String nonce,
      @Nullable @Size(max = 400) String dice) {}

  /** A witness to be taken out before the commitment. */
  record RemovalRequest(
      @NotBlank @Size(max = 32) String party, @NotBlank @Size(max = 1000) String reason) {}

  record SourceRequest(@NotBlank @Size(max = 64) String kind, @Min(1) @Max(1000) int digits) {}

  /** The nonce of a party that keeps it itself; null where the platform keeps it. */
  record RevealRequest(
      @NotBlank @Size(max = 32) String party, @Nullable @Size(max = 64) String nonce) {}

  record PublicValueRequest(
      @Min(0) @Max(100) int position, @NotBlank @Size(max = 400) String value) {}

  record VoidRequest(@NotBlank @Size(max = 1000) String reason) {}
}
