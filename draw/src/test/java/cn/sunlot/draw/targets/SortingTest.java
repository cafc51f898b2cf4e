package cn.sunlot.draw.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortingTest {

  @ParameterizedTest
  @CsvSource({
    "0,1,256",
    "1,1,256",
    "2,2,256",
    "500,3,256",
    "5000,7,256",
    "3000,2,3",
    "3000,2,1",
    "70000,7,256",
    "66000,3,2"
  })
  void records_are_sorted_unsigned_by_their_key_whatever_their_spread(
      int records, int chunks, int alphabet) {
    Random random = new Random(records);
    int width = 7;
    List<byte[]> input = new ArrayList<>();
    List<byte[]> all = new ArrayList<>();
    for (int c = 0; c < chunks; c++) {
      byte[] chunk = new byte[records / chunks * width];
      for (int i = 0; i < chunk.length; i++) {
        chunk[i] = (byte) random.nextInt(alphabet);
      }
      input.add(chunk);
      for (int at = 0; at < chunk.length; at += width) {
        all.add(Arrays.copyOfRange(chunk, at, at + width));
      }
    }
    byte[] sorted = RecordSort.sort(input, width, width);
    all.sort(Arrays::compareUnsigned);
    byte[] expected = new byte[all.size() * width];
    for (int i = 0; i < all.size(); i++) {
      System.arraycopy(all.get(i), 0, expected, i * width, width);
    }
    assertThat(sorted).isEqualTo(expected);
  }

  @Test
  void bytes_behind_the_key_travel_with_it_and_do_not_decide() {
    byte[] records = {1, 1, 9, 0, 0, 8, 1, 0, 7};
    assertThat(RecordSort.sort(List.of(records), 3, 2))
        .isEqualTo(new byte[] {0, 0, 8, 1, 0, 7, 1, 1, 9});
  }
}
