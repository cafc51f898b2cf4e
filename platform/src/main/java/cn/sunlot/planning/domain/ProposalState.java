package cn.sunlot.planning.domain;

/** Where the proposal of a joint inspection stands. */
public enum ProposalState {
  DRAFT,
  /** Participants are asked. */
  PROPOSED,
  /** Those who take part agreed; it waits for the office of the joint conference. */
  AGREED,
  /** It stands in a joint plan, or is an inspection beside the plan. */
  TAKEN,
  /** Another proposal carries it on. */
  MERGED,
  WITHDRAWN
}
