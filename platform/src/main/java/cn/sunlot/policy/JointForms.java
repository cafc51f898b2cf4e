package cn.sunlot.policy;

import java.util.Set;

/** Forms of joint inspections; none where they are not told apart. */
public record JointForms(Set<Form> values) {

  /** Not told apart, as in versions from before this was asked. */
  public static final JointForms UNSAID = new JointForms(Set.of());

  /** What kind of joint inspection it is. */
  public enum Form {
    COMPREHENSIVE,
    RISK_CLASSIFIED,
    SPECIAL_CAMPAIGN
  }

  public JointForms {
    values = Set.copyOf(values);
  }
}
