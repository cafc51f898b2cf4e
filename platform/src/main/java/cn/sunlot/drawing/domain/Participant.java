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
 * @param chainHead of the chain whose secret this party keeps, 64 hex digits
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
    byte @Nullable [] sealedNonce,
    @Nullable String chainHead) {

  /** Where the nonce came into being. */
  public enum Way {
    /** The platform made it for the operator. */
    PLATFORM,
    /** Made on the witness's own device, which alone knows it until it is opened. */
    DEVICE,
    /** Typed by the witness at the operator's screen; the platform keeps it sealed. */
    TYPED,
    /** The same as {@link #DEVICE}, sent by the witness through a link. */
    LINK
  }

  public boolean isOperator() {
    return kind.equals(Party.OPERATOR);
  }

  /** Whether this party keeps the secret of the chain and opens its values. */
  public boolean supervises() {
    return chainHead != null;
  }

  /** The same, where the nonce came into being in another way. */
  public Participant at(Way other, byte @Nullable [] sealed) {
    return new Participant(
        position, party, kind, kindText, name, unit, other, commitment, sealed, chainHead);
  }

  /** The member of the commitment document. */
  public Party committed() {
    return new Party(party, supervises() ? Party.SUPERVISOR : kind, commitment);
  }
}
