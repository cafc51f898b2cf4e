package cn.sunlot.draw.targets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTest {

  private static final List<String> RFC_6962_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1,6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2,fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3,aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "8,5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void roots_are_those_of_the_reference_trees(int size, String root) {
    Merkle tree = new Merkle(Suite.SHA256);
    for (String leaf : RFC_6962_LEAVES.subList(0, size)) {
      byte[] bytes = HexFormat.of().parseHex(leaf);
      tree.add(bytes, 0, bytes.length);
    }
    assertThat(Names.hex(tree.root())).isEqualTo(root);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 4095, 4096, 4097, 8192, 12_289, 20_000})
  void the_root_over_many_lines_is_that_of_the_definition(int size) {
    byte[] root = Merkle.root(Suite.SHA256, size, 20, MerkleTest::line);
    assertThat(Names.hex(root)).isEqualTo(Names.hex(defined(0, size)));
  }

  private static int line(int index, byte[] out) {
    byte[] line = ("line " + index).getBytes(US_ASCII);
    System.arraycopy(line, 0, out, 0, line.length);
    return line.length;
  }

  /** RFC 6962 as it is written: split at the largest power of two below the size. */
  private static byte[] defined(int from, int to) {
    Suite suite = Suite.SHA256;
    if (to == from) {
      return suite.hash();
    }
    if (to - from == 1) {
      byte[] line = new byte[20];
      int length = line(from, line);
      return suite.hash(new byte[] {0}, Arrays.copyOf(line, length));
    }
    int split = Integer.highestOneBit(to - from - 1);
    return suite.hash(new byte[] {1}, defined(from, from + split), defined(from + split, to));
  }
}
