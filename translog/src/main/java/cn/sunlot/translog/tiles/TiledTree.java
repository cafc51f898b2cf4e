package cn.sunlot.translog.tiles;

import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.HashReader;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that only grows and writes its tiles: it holds the partial tile of each level, and gives
 * the tiles that growing has made.
 */
public final class TiledTree {

  private final List<List<Hash>> partial = new ArrayList<>();
  private final Map<Tile, byte[]> finished = new LinkedHashMap<>();
  private final Frontier frontier;

  /** The tree without leaves. */
  public TiledTree() {
    frontier = new Frontier();
  }

  /** The tree of this size, which has been written before. */
  public TiledTree(long size, TileSource source) {
    HashReader hashes = new TileHashes(size, source);
    frontier = Frontier.read(size, hashes);
    for (int level = 0; level <= 7 && size >> (level * Tile.HEIGHT) > 0; level++) {
      long width = size >> (level * Tile.HEIGHT);
      List<Hash> tile = new ArrayList<>();
      for (long i = width - width % Tile.WIDTH; i < width; i++) {
        tile.add(hashes.hash(level * Tile.HEIGHT, i));
      }
      partial.add(tile);
    }
  }

  /** Adds a leaf; returns its index. */
  public long append(Hash leaf) {
    long index = frontier.append(leaf);
    add(0, leaf);
    return index;
  }

  private void add(int level, Hash hash) {
    if (level == partial.size()) {
      partial.add(new ArrayList<>());
    }
    List<Hash> tile = partial.get(level);
    tile.add(hash);
    if (tile.size() == Tile.WIDTH) {
      long index = (frontier.size() >> ((level + 1) * Tile.HEIGHT)) - 1;
      finished.put(new Tile(level, index, Tile.WIDTH), content(tile));
      Frontier whole = new Frontier();
      tile.forEach(whole::append);
      tile.clear();
      add(level + 1, whole.root());
    }
  }

  /** Number of leaves. */
  public long size() {
    return frontier.size();
  }

  /** Root of the tree. */
  public Hash root() {
    return frontier.root();
  }

  /**
   * The tiles to write: those that became full since this was last called, then the partial ones of
   * the size that the tree has now.
   */
  public Map<Tile, byte[]> take() {
    Map<Tile, byte[]> tiles = new LinkedHashMap<>(finished);
    finished.clear();
    for (int level = 0; level < partial.size(); level++) {
      List<Hash> tile = partial.get(level);
      if (!tile.isEmpty()) {
        long index = size() >> ((level + 1) * Tile.HEIGHT);
        tiles.put(new Tile(level, index, tile.size()), content(tile));
      }
    }
    return tiles;
  }

  private static byte[] content(List<Hash> hashes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
    hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
    return bytes.toByteArray();
  }
}
