package cn.sunlot.intake;

import cn.sunlot.kernel.Refused;
import java.util.UUID;

/**
 * Takes in what was sent with codes of one purpose; each module has its own. Nobody is signed in,
 * every row is visible.
 */
public interface Collector {

  /** The purpose of its codes. */
  String purpose();

  /**
   * Takes one message, in a transaction that begins before and ends after it. A message may come
   * again where the process died in between; what was taken then is rolled back.
   *
   * @throws Refused if it cannot be taken; it is then marked with the problem
   */
  void take(Message message);

  /** Whether this refusal passes by itself, so that the message is to be tried again. */
  boolean passes(Refused refused);

  /**
   * A message.
   *
   * @param subject key of the thing whose code was shown
   * @param kind what it is
   * @param part tells messages of one kind apart
   * @param content JSON
   */
  record Message(long id, UUID subject, String kind, int part, String content) {}
}
