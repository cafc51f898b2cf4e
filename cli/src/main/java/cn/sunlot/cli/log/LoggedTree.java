package cn.sunlot.cli.log;

import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TiledTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tree that entries make, leaf by leaf, next to what was said of it: checkpoints and full
 * tiles.
 */
final class LoggedTree {

  private final AuditReport report;
  private final TreeMap<Long, List<Said>> said = new TreeMap<>();
  private final TiledTree tiled = new TiledTree();
  private final Frontier tree = new Frontier();
  private final Map<Tile, byte[]> tiles;

  /** A checkpoint and where it comes from. */
  private record Said(String where, Hash root) {}

  /**
   * An empty tree.
   *
   * @param tiles full tiles as they are kept; taken out one by one as they are met
   */
  LoggedTree(Map<Tile, byte[]> tiles, AuditReport report) {
    this.tiles = tiles;
    this.report = report;
  }

  /** Expects the root of a checkpoint. */
  void expect(String where, Checkpoint checkpoint) {
    said.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>())
        .add(new Said(where, checkpoint.root()));
  }

  void append(Hash leaf) {
    tree.append(leaf);
    tiled.append(leaf);
    if (tree.size() % Tile.WIDTH == 0) {
      compareTiles();
    }
    List<Said> here = said.remove(tree.size());
    if (here != null) {
      here.stream()
          .filter(s -> !s.root().equals(tree.root()))
          .forEach(s -> report.fail("audit.root", s.where(), tree.size(), s.root(), tree.root()));
    }
  }

  private void compareTiles() {
    tiled
        .take()
        .forEach(
            (tile, content) -> {
              byte[] kept = tile.full() ? tiles.remove(tile) : content;
              if (kept == null) {
                report.fail("audit.tile-missing", tile.path());
              } else if (!Arrays.equals(kept, content)) {
                report.fail("audit.tile", tile.path());
              }
            });
  }

  /** After the last leaf: nothing may be left that speaks of more. */
  void end() {
    said.values()
        .forEach(
            all ->
                all.forEach(s -> report.fail("audit.too-short", s.where(), size(s), tree.size())));
    tiles.keySet().forEach(tile -> report.fail("audit.tile-extra", tile.path()));
  }

  private long size(Said s) {
    return said.entrySet().stream()
        .filter(e -> e.getValue().contains(s))
        .mapToLong(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  long size() {
    return tree.size();
  }

  Hash root() {
    return tree.root();
  }
}
