package cn.sunlot.translog.witness;

/**
 * What a witness answers.
 *
 * @param outcome decides the status
 * @param body cosignature lines, the size that is known, or what is wrong
 */
public record Answer(Outcome outcome, String body) {

  /** How a request ended, with its status of HTTP. */
  public enum Outcome {
    /** Cosigned; the body has the signature lines. */
    ACCEPTED(200),
    /** Not written as it must be, or the old size is larger than that of the checkpoint. */
    MALFORMED(400),
    /** Not signed by a known key of the log. */
    UNTRUSTED(403),
    /** This witness does not know the log. */
    UNKNOWN_LOG(404),
    /** The witness has cosigned another size; the body is that size. */
    CONFLICT(409),
    /** The log does not begin with what was cosigned before. */
    INCONSISTENT(422);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }

    /** Status of HTTP. */
    public int status() {
      return status;
    }

    /** Content type of the answer. */
    public String contentType() {
      return this == CONFLICT ? "text/x.tlog.size" : "text/plain; charset=utf-8";
    }
  }
}
