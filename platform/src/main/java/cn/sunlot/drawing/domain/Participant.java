package cn.sunlot.drawing.domain;

import cn.sunlot.draw.Party;
import org.jspecify.annotations.Nullable;

/**
 * A party of a draw as people know it.
 *
 * @param party its name in the draw, {@code operator}, {@code w1}, {@code w2} …
 * @param kind {@code operator}, or the kind of witness, e.g. {@code regulation-section}, {@code
 *     other}
 * @param kindText what {@code other} stands for
 * @param unit where the person comes from
 * @param commitment of its nonce, 64 hex digits
 * @param sealedNonce the nonce where the platform keeps it
 */
public record Participant(
    int position,
    String party,
    String kind,
    @Nullable String kindText,
    String name,
    String unit,
    Way way,
    String commitment,
    byte @Nullable [] sealedNonce) {

  /** Where the nonce came into being. */
  public enum Way {
    /** The platform made it for the operator. */
    PLATFORM,
    /** Made on the witness's own device, which alone knows it until it is opened. */
    DEVICE,
    /** Typed by the witness at the operator's screen; the platform keeps it sealed. */
    TYPED
  }

  public boolean isOperator() {
    return kind.equals(Party.OPERATOR);
  }

  /** The member of the commitment document. */
  public Party committed() {
    return new Party(party, kind, commitment);
  }
}
