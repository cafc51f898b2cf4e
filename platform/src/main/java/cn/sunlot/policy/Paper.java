package cn.sunlot.policy;

/** What has to be handed in before a replacement or a recusal. */
public enum Paper {
  WRITTEN_STATEMENT
}
