package cn.sunlot.drawing.domain;

import cn.sunlot.drawing.Draws.ProfileVersion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draw: who it belongs to, what it froze, how far it has come. What happened to it since is its
 * {@link Ceremony}.
 *
 * @param ref drawId of transcript and log
 * @param suite name of the suite
 * @param previousHash commitment hash of the void draw that this one replaces, or ""
 */
public record Draw(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    int version,
    String number,
    String ref,
    Purpose purpose,
    DrawState state,
    UUID taskId,
    String taskNumber,
    ProfileVersion profile,
    String suite,
    @Nullable UUID previousId,
    String previousHash,
    Frozen frozen,
    Instant preparedAt,
    UUID preparedBy,
    @Nullable Voidance voidance) {

  /** The draw in another state. */
  public Draw in(DrawState next) {
    return with(next, voidance);
  }

  /** The draw, void. */
  public Draw voided(Voidance why) {
    return with(DrawState.VOID, why);
  }

  /** The draw, void for further rounds: its state and what it drew stay. */
  public Draw ended(Voidance why) {
    return with(state, why);
  }

  /** Whether it is void for further rounds, and for these only. */
  public boolean isEnded() {
    return voidance != null && voidance.cause().endsRoundsOnly();
  }

  private Draw with(DrawState next, @Nullable Voidance why) {
    return new Draw(
        id,
        authorityId,
        departmentId,
        version,
        number,
        ref,
        purpose,
        next,
        taskId,
        taskNumber,
        profile,
        suite,
        previousId,
        previousHash,
        frozen,
        preparedAt,
        preparedBy,
        why);
  }
}
