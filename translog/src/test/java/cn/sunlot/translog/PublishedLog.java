package cn.sunlot.translog;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.Keys;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.tiles.EntryBundle;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileFolder;
import cn.sunlot.translog.tiles.TiledTree;
import cn.sunlot.translog.tiles.Tiling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a log into a folder as it is published, growing in two steps. */
final class PublishedLog {

  static final SignerKey KEY = Keys.log("sunlot.local/log", 3);
  private static final SignerKey WITNESS = Keys.witness("witness.example/w1", 4);

  private final Path folder;
  private final TileFolder tiles;
  private final TiledTree tree = new TiledTree();
  private final List<byte[]> entries = new ArrayList<>();

  PublishedLog(Path folder) throws IOException {
    this.folder = folder;
    this.tiles = new TileFolder(folder);
    Files.writeString(folder.resolve("key"), KEY.verifier() + "\n");
  }

  /** Grows to this size and publishes; the checkpoint of before becomes {@code older}. */
  void grow(int size) throws IOException {
    long before = tree.size();
    while (tree.size() < size) {
      byte[] entry = ("{\"seq\":\"" + tree.size() + "\",\"中\":1}").getBytes(UTF_8);
      entries.add(entry);
      tree.append(Hash.leaf(entry));
    }
    for (Map.Entry<Tile, byte[]> tile : tree.take().entrySet()) {
      tiles.write(tile.getKey(), tile.getValue());
    }
    for (Tile tile : Tiling.grown(before, size)) {
      if (tile.level() == 0) {
        int first = (int) tile.first();
        List<byte[]> bundle = entries.subList(first, first + tile.width());
        tiles.write(tile.bundle(), EntryBundle.write(bundle));
      }
    }
    Path checkpoint = folder.resolve("checkpoint");
    if (Files.exists(checkpoint)) {
      Files.move(checkpoint, folder.resolve("older"));
    }
    Checkpoint now = new Checkpoint(KEY.verifier().name(), size, tree.root());
    SignedCheckpoint signed = SignedCheckpoint.sign(now, List.of(KEY));
    Files.write(
        checkpoint,
        signed.cosigned(Instant.ofEpochSecond(1_800_000_000), List.of(WITNESS)).write());
  }
}
