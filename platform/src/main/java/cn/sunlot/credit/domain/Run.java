package cn.sunlot.credit.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A computation of all classes of an authority, or a trial that changes nothing.
 *
 * @param startedBy the person, or null where the platform began by itself
 * @param after it goes on behind this target
 * @param total how many targets there were about when it began
 * @param moves {@code <old class>><new class>} → how many targets
 */
public record Run(
    UUID id,
    UUID authorityId,
    UUID scorecardId,
    Kind kind,
    LocalDate day,
    @Nullable UUID jobId,
    @Nullable UUID startedBy,
    Instant startedAt,
    UUID after,
    long read,
    long staged,
    long total,
    Map<String, Long> moves,
    Result result,
    Outcome outcome,
    @Nullable Instant endedAt) {

  /** What it is for. */
  public enum Kind {
    RECOMPUTE,
    TRIAL
  }

  /** What came of it. */
  public enum Outcome {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /** What it changed; the digest is over every change (see the registry). */
  public record Result(long changed, long worsened, @Nullable String digest) {

    public static final Result NOTHING = new Result(0, 0, null);
  }

  /** One that begins. */
  public static Run begin(
      UUID id,
      ScorecardVersion card,
      Kind kind,
      LocalDate day,
      @Nullable UUID startedBy,
      Instant now) {
    return new Run(
        id,
        card.authorityId(),
        card.id(),
        kind,
        day,
        null,
        startedBy,
        now,
        new UUID(0, 0),
        0,
        0,
        0,
        Map.of(),
        Result.NOTHING,
        Outcome.RUNNING,
        null);
  }

  /** How many targets had each class. */
  public Map<String, Long> classesBefore() {
    return sums(0);
  }

  /** How many targets have each class then. */
  public Map<String, Long> classesAfter() {
    return sums(1);
  }

  private Map<String, Long> sums(int side) {
    Map<String, Long> sums = new TreeMap<>();
    moves.forEach((move, number) -> sums.merge(move.split(">")[side], number, Long::sum));
    return sums;
  }
}
