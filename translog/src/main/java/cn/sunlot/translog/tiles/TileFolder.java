package cn.sunlot.translog.tiles;

import cn.sunlot.translog.BadTile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Tiles as files in a folder, at the paths at which they are published. */
public final class TileFolder implements TileSource {

  /** Longer than any bundle. */
  private static final int MAX_BYTES = Tile.WIDTH * (EntryBundle.MAX_ENTRY + 2);

  private final Path folder;

  /** The folder that has {@code tile/} in it. */
  public TileFolder(Path folder) {
    this.folder = folder;
  }

  /** Reads a tile; where a partial one is gone, the full one, which must be there then. */
  @Override
  public byte[] read(Tile tile) throws IOException {
    for (Tile found : new Tile[] {tile, tile.whole()}) {
      Path file = folder.resolve(found.path());
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.size(file) > MAX_BYTES) {
          throw new BadTile("tile.large", found.path(), Files.size(file), MAX_BYTES);
        }
        return Files.readAllBytes(file);
      }
    }
    throw new BadTile("tile.missing", tile.path());
  }

  /** Writes a tile. */
  public void write(Tile tile, byte[] content) throws IOException {
    Path file = folder.resolve(tile.path());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, content);
  }
}
