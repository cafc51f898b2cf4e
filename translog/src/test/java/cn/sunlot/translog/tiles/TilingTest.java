package cn.sunlot.translog.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadTile;
import cn.sunlot.translog.Trees;
import cn.sunlot.translog.merkle.Consistency;
import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.Inclusion;
import cn.sunlot.translog.merkle.Subtrees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TilingTest {

  /** The tiles of a tree by the words of tlog-tiles: floor(s / 256^l) hashes in level l. */
  private static Set<Tile> naive(long size) {
    Set<Tile> tiles = new LinkedHashSet<>();
    long hashes = size;
    for (int level = 0; hashes > 0; level++) {
      for (long i = 0; i * 256 < hashes; i++) {
        tiles.add(new Tile(level, i, (int) Math.min(256, hashes - i * 256)));
      }
      hashes /= 256;
    }
    return tiles;
  }

  /** The bytes of a tile by the words of tlog-tiles: roots of 256^l leaves each. */
  private static byte[] naive(Tile tile, List<Hash> leaves) {
    int span = 1 << (8 * tile.level());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < tile.width(); i++) {
      int from = (int) (tile.first() + i) * span;
      bytes.writeBytes(Trees.mth(leaves.subList(from, from + span)).bytes());
    }
    return bytes.toByteArray();
  }

  @Test
  void a_tree_has_the_tiles_of_the_specification() {
    for (long size : new long[] {0, 1, 255, 256, 257, 511, 512, 65535, 65536, 65537, 70000}) {
      assertThat(Tiling.of(size)).containsExactlyElementsOf(naive(size));
    }
    assertThat(Tiling.of(70000)).hasSize(273 + 1 + 1 + 1 + 1);
    assertThat(Tiling.of(256))
        .containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1))
        .extracting(Tile::path)
        .containsExactly("tile/0/000", "tile/1/000.p/1");
  }

  @Test
  void growing_adds_exactly_the_tiles_that_were_not_there() {
    long[] sizes = {0, 1, 2, 255, 256, 257, 300, 511, 512, 513, 65535, 65536, 65537, 66000};
    for (long from : sizes) {
      for (long to : sizes) {
        if (from <= to) {
          Set<Tile> added = naive(to);
          added.removeAll(naive(from));
          assertThat(Tiling.grown(from, to)).containsExactlyElementsOf(added);
        }
      }
    }
  }

  @Test
  void the_width_of_a_tile_follows_from_the_size() {
    assertThat(Tiling.in(70000, 0, 0)).isEqualTo(new Tile(0, 0, 256));
    assertThat(Tiling.in(70000, 0, 273)).isEqualTo(new Tile(0, 273, 112));
    assertThat(Tiling.in(70000, Tile.ENTRIES, 273)).isEqualTo(new Tile(-1, 273, 112));
    assertThat(Tiling.in(70000, 1, 1)).isEqualTo(new Tile(1, 1, 17));
    assertThat(Tiling.in(70000, 2, 0)).isEqualTo(new Tile(2, 0, 1));
    assertThatThrownBy(() -> Tiling.in(70000, 0, 274)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tiling.in(256, 0, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Tiles in memory, counting how many are read. */
  private static final class Kept implements TileSource {
    private final Map<Tile, byte[]> tiles = new HashMap<>();
    private int read;

    @Override
    public byte[] read(Tile tile) {
      read++;
      byte[] bytes = tiles.get(tile);
      return bytes == null ? new byte[0] : bytes;
    }
  }

  @Test
  void a_growing_tree_writes_the_tiles_of_the_specification_and_goes_on_from_them() {
    List<Hash> leaves = Trees.leaves(1100);
    Kept kept = new Kept();
    TiledTree tree = new TiledTree();
    long size = 0;
    for (int step : new int[] {0, 1, 3, 252, 1, 255, 1, 300, 280}) {
      TiledTree restored = new TiledTree(size, kept);
      for (int i = 0; i < step; i++) {
        assertThat(tree.append(leaves.get((int) size))).isEqualTo(size);
        assertThat(restored.append(leaves.get((int) size))).isEqualTo(size);
        size++;
      }
      Map<Tile, byte[]> taken = tree.take();
      assertThat(restored.take().keySet()).isEqualTo(taken.keySet());
      assertThat(restored.root()).isEqualTo(tree.root());
      assertThat(tree.size()).isEqualTo(size);
      kept.tiles.putAll(taken);
      for (Tile tile : naive(size)) {
        assertThat(kept.tiles.get(tile)).as(tile.path()).isEqualTo(naive(tile, leaves));
        assertThat(Tiling.content(tile, Trees.reader(leaves))).isEqualTo(naive(tile, leaves));
      }
      assertThat(tree.root()).isEqualTo(Trees.mth(leaves.subList(0, (int) size)));
    }
    assertThat(tree.take().keySet()).containsExactly(new Tile(0, 4, 69), new Tile(1, 0, 4));
  }

  @Test
  void a_tree_of_two_levels_of_tiles_goes_on_over_the_edge() {
    int size = 65_530;
    Frontier frontier = new Frontier();
    TiledTree tree = new TiledTree();
    Kept kept = new Kept();
    for (int i = 0; i < size; i++) {
      frontier.append(Trees.leaf(i));
      tree.append(Trees.leaf(i));
    }
    kept.tiles.putAll(tree.take());
    TiledTree restored = new TiledTree(size, kept);
    for (int i = size; i < 65_800; i++) {
      frontier.append(Trees.leaf(i));
      restored.append(Trees.leaf(i));
    }
    kept.tiles.putAll(restored.take());
    assertThat(restored.root()).isEqualTo(frontier.root());
    assertThat(kept.tiles.keySet()).containsAll(naive(65_800));
    TileHashes hashes = new TileHashes(65_800, kept);
    assertThat(Subtrees.root(65_800, hashes)).isEqualTo(frontier.root());
    assertThat(hashes.hash(16, 0)).isEqualTo(Subtrees.root(65_536, hashes));
  }

  @Test
  void proofs_are_made_from_few_tiles() {
    Kept kept = new Kept();
    TiledTree tree = new TiledTree();
    List<Hash> roots = new ArrayList<>(List.of(Hash.EMPTY));
    for (int i = 0; i < 70_000; i++) {
      tree.append(Trees.leaf(i));
      roots.add(i > 69_000 || i == 12_344 ? tree.root() : Hash.EMPTY);
    }
    kept.tiles.putAll(tree.take());
    TileHashes hashes = new TileHashes(70_000, kept);
    List<Hash> path = Inclusion.prove(12_345, 70_000, hashes);
    Inclusion.verify(path, 12_345, Trees.leaf(12_345), 70_000, tree.root());
    assertThat(kept.read).isLessThanOrEqualTo(6);
    Consistency.verify(
        Consistency.prove(12_345, 70_000, hashes), 12_345, roots.get(12_345), 70_000, tree.root());
    Consistency.verify(
        Consistency.prove(69_998, 70_000, hashes), 69_998, roots.get(69_998), 70_000, tree.root());
    assertThat(kept.read).isLessThanOrEqualTo(8);
    Inclusion.prove(12_345, 70_000, hashes);
    assertThat(kept.read).as("read again").isLessThanOrEqualTo(8);
  }

  @Test
  void a_tile_that_is_too_short_or_no_row_of_hashes_is_refused() {
    byte[] two = new byte[64];
    assertThat(new TileHashes(2, tile -> two).hash(0, 1)).isEqualTo(Hash.of(new byte[32]));
    assertThat(new TileHashes(2, tile -> new byte[96]).hash(0, 1)).isNotNull();
    for (int length : new int[] {0, 32, 63, 65}) {
      assertThatThrownBy(() -> new TileHashes(2, tile -> new byte[length]).hash(0, 0))
          .isInstanceOf(BadTile.class)
          .hasMessage("tile/0/000.p/2 has " + length + " bytes, there must be 64");
    }
    assertThatThrownBy(
            () ->
                new TileHashes(
                        2,
                        tile -> {
                          throw new IOException("gone");
                        })
                    .hash(0, 0))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void only_whole_subtrees_can_be_asked_for() {
    TileHashes hashes = new TileHashes(3, tile -> new byte[96]);
    assertThat(hashes.hash(1, 0)).isNotNull();
    assertThatThrownBy(() -> hashes.hash(1, 1)).hasMessageContaining("no whole subtree 1 1");
    assertThatThrownBy(() -> hashes.hash(2, 0)).hasMessageContaining("size 3");
  }

  @Test
  void a_wider_tile_serves_for_a_partial_one() {
    List<Hash> leaves = Trees.leaves(300);
    TiledTree tree = new TiledTree();
    leaves.forEach(tree::append);
    Map<Tile, byte[]> tiles = tree.take();
    TileHashes older = new TileHashes(7, tile -> tiles.getOrDefault(tile.whole(), new byte[0]));
    assertThat(Subtrees.root(7, older)).isEqualTo(Trees.mth(leaves.subList(0, 7)));
    assertThat(Arrays.copyOf(tiles.get(new Tile(0, 0, 256)), 32)).isEqualTo(leaves.get(0).bytes());
  }
}
