package cn.sunlot.translog.tiles;

import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.HashReader;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Which tiles a tree has, and what they hold. */
public final class Tiling {

  private Tiling() {}

  /** All tiles of a tree of this size, level by level, partial ones last in their level. */
  public static List<Tile> of(long size) {
    return grown(0, size);
  }

  /** The tiles that a tree of size {@code to} has and that of size {@code from} has not. */
  public static List<Tile> grown(long from, long to) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = 0; width(level, to) > 0; level++) {
      long before = width(level, from);
      long now = width(level, to);
      for (long index = before / Tile.WIDTH; index < now / Tile.WIDTH; index++) {
        tiles.add(new Tile(level, index, Tile.WIDTH));
      }
      int rest = (int) (now % Tile.WIDTH);
      if (rest > 0 && now > before) {
        tiles.add(new Tile(level, now / Tile.WIDTH, rest));
      }
    }
    return tiles;
  }

  /**
   * The tile of this level and index as it is in a tree of this size.
   *
   * @throws IllegalArgumentException if the tree has no such tile
   */
  public static Tile in(long size, int level, long index) {
    long hashes = width(Math.max(level, 0), size) - index * Tile.WIDTH;
    return new Tile(level, index, (int) Math.min(Tile.WIDTH, Math.max(hashes, 0)));
  }

  /** The bytes of a tile of hashes. */
  public static byte[] content(Tile tile, HashReader reader) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.width() * Hash.LENGTH);
    for (int i = 0; i < tile.width(); i++) {
      bytes.writeBytes(reader.hash(tile.level() * Tile.HEIGHT, tile.first() + i).bytes());
    }
    return bytes.toByteArray();
  }

  /** Number of hashes that a tree of this size has in the tiles of a level. */
  private static long width(int level, long size) {
    int shift = level * Tile.HEIGHT;
    return shift < Long.SIZE ? size >> shift : 0;
  }
}
