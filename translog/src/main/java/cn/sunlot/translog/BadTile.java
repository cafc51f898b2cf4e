package cn.sunlot.translog;

/** A tile or entry bundle, or the path of one, that is not as the tree's size demands. */
public final class BadTile extends Unsound {

  private static final long serialVersionUID = 1L;

  /** With the text of this key. */
  public BadTile(String key, Object... args) {
    super(key, args);
  }
}
