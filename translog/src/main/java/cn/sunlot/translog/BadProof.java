package cn.sunlot.translog;

/** An inclusion or consistency proof that does not lead to the root. */
public final class BadProof extends Unsound {

  private static final long serialVersionUID = 1L;

  /** With the text of this key. */
  public BadProof(String key, Object... args) {
    super(key, args);
  }
}
