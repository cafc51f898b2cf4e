package cn.sunlot.drawlog;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.translog.note.Note;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.tiles.EntryBundle;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileFolder;
import cn.sunlot.translog.tiles.Tiling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A whole log in a folder, with the paths at which it is published: {@code checkpoint}, {@code
 * tile/entries/…}, {@code payload/<seq>.json}.
 */
public final class LogFolder implements WholeLog {

  private static final int MAX_PAYLOAD = 256 << 20;

  private final Path folder;
  private final TileFolder tiles;
  private final SignedCheckpoint checkpoint;
  private long bundleIndex = -1;
  private List<byte[]> bundle = List.of();

  /**
   * Opens a log; nothing in it is verified.
   *
   * @throws cn.sunlot.translog.BadNote if its checkpoint is none
   * @throws IOException if there is no checkpoint
   */
  public LogFolder(Path folder) throws IOException {
    this.folder = folder;
    this.tiles = new TileFolder(folder);
    checkpoint = SignedCheckpoint.parse(bytes(folder.resolve("checkpoint"), Note.MAX_BYTES));
  }

  @Override
  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  @Override
  public byte[] entry(long seq) throws IOException {
    long index = seq / Tile.WIDTH;
    if (index != bundleIndex) {
      Tile tile = Tiling.in(checkpoint.checkpoint().size(), Tile.ENTRIES, index);
      bundle = EntryBundle.read(tile, tiles.read(tile));
      bundleIndex = index;
    }
    return bundle.get((int) (seq % Tile.WIDTH));
  }

  @Override
  public Optional<Payload> payload(long seq) throws IOException {
    Path file = folder.resolve("payload").resolve(seq + ".json");
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Node node = Node.root(Jcs.parse(bytes(file, MAX_PAYLOAD))).only("payload", "salt");
    return Optional.of(
        new Payload(node.get("payload").value(), node.get("salt").text(Names.HEX32)));
  }

  private static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Refusal.of("files.large", file.getFileName(), most);
      }
      return bytes;
    }
  }
}
