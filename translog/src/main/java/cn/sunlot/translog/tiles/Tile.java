package cn.sunlot.translog.tiles;

import cn.sunlot.translog.BadTile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tile: up to 256 hashes side by side, at every eighth level of the tree; or the bundle of the
 * entries under a tile of level 0.
 *
 * @param level 0 for hashes of leaves, 1 for roots of full tiles of level 0 and so on; {@link
 *     #ENTRIES} for a bundle of entries
 * @param index counted from 0 within the level
 * @param width how many hashes or entries, 1 to 256; less than 256 makes it partial
 */
public record Tile(int level, long index, int width) {

  /** Hashes or entries of a full tile. */
  public static final int WIDTH = 256;

  /** Levels of the tree in one tile. */
  public static final int HEIGHT = 8;

  /** Level of bundles of entries. */
  public static final int ENTRIES = -1;

  /** A tree has fewer than 2^63 leaves. */
  private static final int MAX_LEVEL = 7;

  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    boolean known = level >= ENTRIES && level <= MAX_LEVEL;
    if (!known || index < 0 || width < 1 || width > WIDTH) {
      throw new IllegalArgumentException("no tile " + level + " " + index + " " + width);
    }
  }

  /** Whether it is full, and will never change. */
  public boolean full() {
    return width == WIDTH;
  }

  /** The entries whose hashes this tile of level 0 holds. */
  public Tile bundle() {
    if (level != 0) {
      throw new IllegalArgumentException("only leaves have entries: " + path());
    }
    return new Tile(ENTRIES, index, width);
  }

  /** The same tile when it is full. */
  public Tile whole() {
    return new Tile(level, index, WIDTH);
  }

  /** Index of the first hash within its level, or of the first entry in the log. */
  public long first() {
    return index * WIDTH;
  }

  /** The path below the log's address, {@code tile/<L>/<N>[.p/<W>]}. */
  public String path() {
    StringBuilder number = new StringBuilder(three(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number.insert(0, "x" + three(rest % 1000) + "/");
    }
    String kind = level == ENTRIES ? "entries" : Integer.toString(level);
    return "tile/" + kind + "/" + number + (full() ? "" : ".p/" + width);
  }

  /**
   * Reads a path; what it gives has exactly this {@link #path}.
   *
   * @throws BadTile if it is none, or not written as it must be
   */
  public static Tile parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw new BadTile("tile.path", path);
    }
    boolean entries = parts.group(1).equals("entries");
    int level = entries ? ENTRIES : Integer.parseInt(parts.group(1));
    long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
    int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
    if (level > MAX_LEVEL || width > WIDTH) {
      throw new BadTile("tile.path", path);
    }
    Tile tile = new Tile(level, index, width);
    if (!tile.path().equals(path)) {
      throw new BadTile("tile.path", path);
    }
    return tile;
  }

  private static String three(long number) {
    return Long.toString(1000 + number).substring(1);
  }
}
