package cn.sunlot.tasking.domain;

/** What has become of an invitation to take part in a task. */
public enum InvitationState {
  INVITED,
  ACCEPTED,
  REFUSED,
  WITHDRAWN;

  /** Whether the department has said what it does. */
  public boolean isAnswered() {
    return this == ACCEPTED || this == REFUSED;
  }
}
