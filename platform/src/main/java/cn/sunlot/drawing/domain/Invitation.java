package cn.sunlot.drawing.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A witness who was named and commits on an own phone, through a link.
 *
 * @param party the witness's name in the draw
 * @param kind as in {@link Participant}
 * @param supervises whether this party is to keep the secret of the chain
 */
public record Invitation(
    UUID id,
    int position,
    String party,
    String kind,
    @Nullable String kindText,
    String name,
    String unit,
    boolean supervises) {

  /** The party that the witness becomes with this commitment. */
  public Participant committed(String commitment, @Nullable String chainHead) {
    return new Participant(
        position,
        party,
        kind,
        kindText,
        name,
        unit,
        Participant.Way.LINK,
        commitment,
        null,
        chainHead);
  }
}
