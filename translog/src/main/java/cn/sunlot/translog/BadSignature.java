package cn.sunlot.translog;

/** A signature of a known key that does not hold, or none where one is demanded. */
public final class BadSignature extends Unsound {

  private static final long serialVersionUID = 1L;

  /** With the text of this key. */
  public BadSignature(String key, Object... args) {
    super(key, args);
  }
}
