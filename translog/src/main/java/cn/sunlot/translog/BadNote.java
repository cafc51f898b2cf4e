package cn.sunlot.translog;

/** A note, a key, a checkpoint, a proof file or a request that is not written as it must be. */
public final class BadNote extends Unsound {

  private static final long serialVersionUID = 1L;

  /** With the text of this key. */
  public BadNote(String key, Object... args) {
    super(key, args);
  }
}
