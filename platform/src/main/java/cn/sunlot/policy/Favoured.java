package cn.sunlot.policy;

/** Targets that are drawn at a lower rate. */
public enum Favoured {
  /** Class A of the four classes of credit risk: low risk, good credit. */
  LOW_RISK_AND_HIGH_CREDIT("A");

  private final String riskClass;

  Favoured(String riskClass) {
    this.riskClass = riskClass;
  }

  /** Whether targets of this class of credit risk are among them. */
  public boolean includes(String other) {
    return riskClass.equals(other);
  }
}
