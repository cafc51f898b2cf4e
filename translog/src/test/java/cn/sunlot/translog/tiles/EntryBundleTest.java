package cn.sunlot.translog.tiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadTile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryBundleTest {

  @TempDir Path folder;

  @Test
  void entries_of_every_length_are_read_as_they_were_written() {
    List<byte[]> entries = new ArrayList<>();
    for (int length : new int[] {0, 1, 255, 256, 257, 32_768, 65_535}) {
      byte[] entry = new byte[length];
      Arrays.fill(entry, (byte) length);
      entries.add(entry);
    }
    byte[] bundle = EntryBundle.write(entries);
    assertThat(Arrays.copyOf(bundle, 6)).containsExactly(0, 0, 0, 1, 1, 0);
    assertThat(EntryBundle.read(new Tile(-1, 0, 7), bundle)).containsExactlyElementsOf(entries);
  }

  @Test
  void the_first_entries_of_a_wider_bundle_are_enough() {
    byte[] bundle = EntryBundle.write(Collections.nCopies(256, "x".getBytes(UTF_8)));
    assertThat(EntryBundle.read(new Tile(-1, 0, 256), bundle)).hasSize(256);
    assertThat(EntryBundle.read(new Tile(-1, 0, 3), bundle)).hasSize(3);
  }

  @Test
  void a_bundle_that_does_not_hold_what_it_should_is_refused() {
    byte[] bundle = EntryBundle.write(List.of(new byte[3], new byte[2]));
    for (int length : new int[] {1, 4, 6, 8}) {
      assertThatThrownBy(() -> EntryBundle.read(new Tile(-1, 1, 2), Arrays.copyOf(bundle, length)))
          .isInstanceOf(BadTile.class)
          .hasMessageStartingWith("tile/entries/001.p/2 ends in the middle of entry ");
    }
    assertThatThrownBy(() -> EntryBundle.read(new Tile(-1, 1, 2), Arrays.copyOf(bundle, 5)))
        .hasMessage("tile/entries/001.p/2 holds 1 entries, there must be 2");
    byte[] many = new byte[2 * 257];
    assertThatThrownBy(() -> EntryBundle.read(new Tile(-1, 0, 256), many))
        .hasMessage("tile/entries/000 holds 257 entries, there must be 256");
  }

  @Test
  void what_does_not_fit_is_not_written() {
    assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[65_536])))
        .isInstanceOf(BadTile.class)
        .hasMessage("an entry of 65536 bytes, at most 65535 are possible");
    List<byte[]> many = Collections.nCopies(257, new byte[0]);
    assertThatThrownBy(() -> EntryBundle.write(many)).isInstanceOf(IllegalArgumentException.class);
    assertThat(EntryBundle.write(Collections.nCopies(256, new byte[0]))).hasSize(512);
  }

  @Test
  void a_folder_holds_tiles_at_their_paths() throws IOException {
    TileFolder tiles = new TileFolder(folder);
    Tile partial = new Tile(0, 1234, 3);
    byte[] content = {1, 2, 3};
    tiles.write(partial, content);
    assertThat(folder.resolve("tile/0/x001/234.p/3")).hasBinaryContent(content);
    assertThat(tiles.read(partial)).isEqualTo(content);
    assertThatThrownBy(() -> tiles.read(new Tile(0, 1234, 4)))
        .isInstanceOf(BadTile.class)
        .hasMessage("tile/0/x001/234.p/4 is missing");
    tiles.write(partial.whole(), new byte[] {1, 2, 3, 4});
    assertThat(tiles.read(new Tile(0, 1234, 4))).containsExactly(1, 2, 3, 4);
    assertThat(tiles.read(partial)).isEqualTo(content);
  }

  @Test
  void a_folder_does_not_follow_links_and_reads_nothing_huge() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    TileFolder tiles = new TileFolder(folder);
    Tile tile = new Tile(0, 0, 1);
    Files.createDirectories(folder.resolve("tile/0/000.p"));
    Files.createSymbolicLink(folder.resolve("tile/0/000.p/1"), secret);
    assertThatThrownBy(() -> tiles.read(tile)).hasMessage("tile/0/000.p/1 is missing");
    try (var file = new java.io.RandomAccessFile(folder.resolve("tile/0/000").toFile(), "rw")) {
      file.setLength(256L * 65_537);
      assertThat(tiles.read(tile)).hasSize(256 * 65_537);
      file.setLength(256L * 65_537 + 1);
    }
    assertThatThrownBy(() -> tiles.read(tile))
        .isInstanceOf(BadTile.class)
        .hasMessageContaining("tile/0/000 has 16777473 bytes");
  }
}
