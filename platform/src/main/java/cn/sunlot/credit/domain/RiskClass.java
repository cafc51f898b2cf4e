package cn.sunlot.credit.domain;

/** Credit risk classes, the lowest risk first (N-10). Not rated is no class: {@code N}. */
public enum RiskClass {
  A,
  B,
  C,
  D;

  /** 1 for A to 4 for D, as imported ratings are kept. */
  public int rank() {
    return ordinal() + 1;
  }

  /** The class of a rank; ranks outside are the nearest class. */
  public static RiskClass ofRank(int rank) {
    return values()[Math.max(0, Math.min(values().length, rank) - 1)];
  }

  public boolean isWorseThan(RiskClass other) {
    return compareTo(other) > 0;
  }
}
