package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Problem;
import cn.sunlot.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work on the pool of a task.
 *
 * @param taskVersion the task as it was seen by who started it
 * @param reason why a pool is frozen although its rates do not follow risk and credit, or ""
 * @param refusal why it came to nothing, where the rules did not allow it
 */
public record PoolRun(
    UUID id,
    UUID taskId,
    UUID authorityId,
    Kind kind,
    int taskVersion,
    String reason,
    @Nullable UUID jobId,
    Outcome outcome,
    @Nullable Refusal refusal,
    UUID startedBy,
    Instant startedAt,
    @Nullable Instant endedAt) {

  /** What is done with the pool. */
  public enum Kind {
    PREPARE,
    FREEZE
  }

  /** What came of it. */
  public enum Outcome {
    RUNNING,
    DONE,
    /** The rules did not allow it; the pool is as before. */
    REFUSED,
    FAILED,
    CANCELLED
  }

  /** A refusal as it is kept, to be put into words for whoever looks. */
  public record Refusal(
      String module, String name, int status, List<Object> arguments, List<String> clauses)
      implements Problem {

    public static Refusal of(Refused refused) {
      Problem problem = refused.problem();
      return new Refusal(
          problem.module(),
          problem.name(),
          problem.status(),
          List.of(refused.arguments()),
          refused.clauses());
    }

    public Refused again() {
      return Refused.because(this, arguments.toArray()).by(clauses);
    }
  }
}
