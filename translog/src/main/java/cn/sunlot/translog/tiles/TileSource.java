package cn.sunlot.translog.tiles;

import java.io.IOException;

/** Where tiles and bundles are kept. */
@FunctionalInterface
public interface TileSource {

  /**
   * The bytes of a tile, or of a wider one of the same level and index, whose first hashes are the
   * same.
   *
   * @throws cn.sunlot.translog.BadTile if there is none
   */
  byte[] read(Tile tile) throws IOException;
}
