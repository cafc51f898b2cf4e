package cn.sunlot.drawing;

/**
 * Is told, while a draw is made, what is being done for it in its transaction, so that whoever
 * waits sees how far it is. Outside of a draw it is told nothing that anybody sees.
 */
public interface DrawProgress {

  /** What is done, in this order; each draw has those of its purpose. */
  enum Phase {
    CHECKING,
    DRAWING,
    NAMING,
    KEEPING,
    PUBLISHING,
    VISITS,
    TEAMS
  }

  /** Says what begins now. */
  void say(Phase phase);
}
