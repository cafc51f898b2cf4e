package cn.sunlot.cli.log;

/** The state that a draw must be in, by the entries of its steps. */
final class DrawState {

  private String name = "prepared";
  private int parties = Integer.MAX_VALUE;
  private int revealed;

  void take(String type) {
    switch (type) {
      case "draw-committed" -> name = "committed";
      case "draw-revealed" -> {
        revealed++;
        settle();
      }
      case "draw-drawn" -> name = name.equals("closed") ? name : "drawn";
      case "draw-closed" -> name = "closed";
      default -> {
        // The other steps leave the state as it is.
      }
    }
  }

  /** It was given up, or failed by the book. */
  void voided() {
    name = "void";
  }

  /** How many nonces the commitment waits for. */
  void parties(int number) {
    parties = number;
  }

  private void settle() {
    if (revealed == parties) {
      name = "revealed";
    }
  }

  String name() {
    return name;
  }
}
