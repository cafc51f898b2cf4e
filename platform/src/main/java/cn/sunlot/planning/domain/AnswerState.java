package cn.sunlot.planning.domain;

/** What a department said to whether it takes part. */
public enum AnswerState {
  AWAITED,
  AGREED,
  DECLINED
}
