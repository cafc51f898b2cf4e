package cn.sunlot.translog.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.translog.BadTile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 67, 256, tile/0/067",
    "1, 1234067, 256, tile/1/x001/x234/067",
    "0, 1000, 3, tile/0/x001/000.p/3",
    "7, 999, 255, tile/7/999.p/255",
    "-1, 1234067, 1, tile/entries/x001/x234/067.p/1",
    "-1, 999999999999999999, 256, tile/entries/x999/x999/x999/x999/x999/999"
  })
  void a_path_is_written_and_read(int level, long index, int width, String path) {
    Tile tile = new Tile(level, index, width);
    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).isEqualTo(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/0000",
        "tile/00/000",
        "tile/8/000",
        "tile/63/000",
        "tile/-1/000",
        "tile/data/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001/x002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/257",
        "tile/0/000.p/999",
        "tile/0/000.p/03",
        "tile/0/000.p/",
        "tile/0/000.p/-1",
        "tile/0/../0/000",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/٠٠٠"
      })
  void any_other_path_is_refused_and_named(String path) {
    assertThatThrownBy(() -> Tile.parse(path))
        .isInstanceOf(BadTile.class)
        .hasMessage("\"" + path + "\" is not the path of a tile");
  }

  @Test
  void a_tile_has_a_level_an_index_and_a_width() {
    assertThatThrownBy(() -> new Tile(8, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(-2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tile_of_leaves_has_a_bundle_of_entries() {
    Tile tile = new Tile(0, 5, 17);
    assertThat(tile.bundle()).isEqualTo(new Tile(Tile.ENTRIES, 5, 17));
    assertThat(tile.first()).isEqualTo(1280);
    assertThat(tile.full()).isFalse();
    assertThat(tile.whole()).isEqualTo(new Tile(0, 5, 256));
    assertThat(tile.whole().full()).isTrue();
    assertThatThrownBy(() -> new Tile(1, 5, 17).bundle())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
