package cn.sunlot.translog.tiles;

import cn.sunlot.translog.BadTile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bundle of entries: each after its length as two bytes, the high one first. */
public final class EntryBundle {

  /** Most bytes of an entry. */
  public static final int MAX_ENTRY = 65_535;

  private EntryBundle() {}

  /** The bytes of a bundle. */
  public static byte[] write(List<byte[]> entries) {
    if (entries.size() > Tile.WIDTH) {
      throw new IllegalArgumentException("more than 256 entries: " + entries.size());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY) {
        throw new BadTile("bundle.entry", entry.length, MAX_ENTRY);
      }
      bytes.write(entry.length >> 8);
      bytes.write(entry.length);
      bytes.writeBytes(entry);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the entries of a bundle, or the first ones of a wider one that has taken its place.
   *
   * @throws BadTile if it ends early, holds fewer entries than its width, or more than any bundle
   */
  public static List<byte[]> read(Tile tile, byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bundle.length) {
      int from = at + 2;
      int to = from <= bundle.length ? from + length(bundle, at) : from;
      if (to > bundle.length) {
        throw new BadTile("bundle.early", tile.path(), entries.size(), at);
      }
      entries.add(Arrays.copyOfRange(bundle, from, to));
      at = to;
    }
    if (entries.size() < tile.width() || entries.size() > Tile.WIDTH) {
      throw new BadTile("bundle.count", tile.path(), entries.size(), tile.width());
    }
    return List.copyOf(entries.subList(0, tile.width()));
  }

  private static int length(byte[] bundle, int at) {
    return (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
  }
}
