package cn.sunlot.translog.tiles;

import cn.sunlot.translog.BadTile;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.HashReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The hashes of a tree of a given size, read from its tiles; each tile is read once. What it gives
 * is as good as its source: a root or proof made from it is to be checked.
 */
public final class TileHashes implements HashReader {

  private final long size;
  private final TileSource source;
  private final Map<Tile, byte[]> read = new HashMap<>();

  /** The tree of the first {@code size} leaves. */
  public TileHashes(long size, TileSource source) {
    this.size = size;
    this.source = source;
  }

  @Override
  public Hash hash(int level, long index) {
    int above = level % Tile.HEIGHT;
    long first = index << above;
    Tile tile = Tiling.in(size, level / Tile.HEIGHT, first / Tile.WIDTH);
    int at = (int) (first % Tile.WIDTH);
    if (at + (1 << above) > tile.width()) {
      throw new IllegalArgumentException(
          "no whole subtree " + level + " " + index + " in a tree of size " + size);
    }
    return subtree(content(tile), at, 1 << above);
  }

  private byte[] content(Tile tile) {
    return read.computeIfAbsent(tile, this::load);
  }

  private byte[] load(Tile tile) {
    try {
      byte[] bytes = source.read(tile);
      if (bytes.length < tile.width() * Hash.LENGTH || bytes.length % Hash.LENGTH != 0) {
        throw new BadTile("tile.length", tile.path(), bytes.length, tile.width() * Hash.LENGTH);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Hash subtree(byte[] tile, int at, int width) {
    return width == 1
        ? Hash.at(tile, at * Hash.LENGTH)
        : Hash.node(subtree(tile, at, width / 2), subtree(tile, at + width / 2, width / 2));
  }
}
