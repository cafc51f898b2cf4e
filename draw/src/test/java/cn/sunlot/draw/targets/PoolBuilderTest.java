package cn.sunlot.draw.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolBuilderTest {

  private static final Units UNITS = new Units(Suite.SHA256, "D-1", new byte[32]);

  @TempDir Path folder;

  private static Frame frame(int size) {
    PoolBuilder builder = new PoolBuilder(UNITS);
    for (int i = 0; i < size; i++) {
      builder.add("u:" + i, "s" + i % 300, 1 + i % 64);
    }
    return builder.build().frame();
  }

  @Test
  void lines_are_sorted_and_hold_what_was_added() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      expected.add(UNITS.token("u:" + i) + ",s" + i % 300 + "," + (1 + i % 64));
    }
    expected.sort(String::compareTo);
    Frame frame = frame(5_000);
    for (int i = 0; i < 5_000; i++) {
      assertThat(frame.line(i)).isEqualTo(expected.get(i));
    }
    assertThat(frame.size()).isEqualTo(5_000);
    assertThat(frame.strata()).hasSize(300).isSorted();
    assertThat(frame.sizes()).containsEntry("s0", 17).containsEntry("s299", 16);
    assertThat(frame.contains(UNITS.token("u:4999"))).isTrue();
    assertThat(frame.contains(UNITS.token("u:5000"))).isFalse();
  }

  @Test
  void a_builder_is_empty_after_building() {
    PoolBuilder builder = new PoolBuilder(UNITS).add("u:1", "A").exclude("u:2", "exempt");
    builder.build();
    Pool second = builder.add("u:3", "B").build();
    assertThat(second.frame().line(0)).isEqualTo(UNITS.token("u:3") + ",B,1");
    assertThat(second.frame().strata()).containsExactly("B");
    assertThat(second.excluded().size()).isZero();
  }

  @Test
  void many_units_with_long_names_are_hashed_block_by_block() {
    PoolBuilder builder = new PoolBuilder(UNITS);
    int many = 64 * 4096 + 10;
    for (int i = 0; i < many; i++) {
      builder.add(i % 1000 == 0 ? "long:" + "x".repeat(60) + i : "u:" + i, "A");
    }
    Frame frame = builder.build().frame();
    assertThat(frame.size()).isEqualTo(many);
    for (String unit : List.of("long:" + "x".repeat(60) + "0", "u:1", "u:262143", "u:262153")) {
      assertThat(frame.contains(UNITS.token(unit))).as(unit).isTrue();
    }
  }

  @Test
  void a_unit_added_twice_is_refused_with_both_places() {
    PoolBuilder builder = new PoolBuilder(UNITS).add("u:1", "A").add("u:2", "A").add("u:1", "B");
    refused("numbers 1 and 3 of the drawable units are the same unit", builder::build);
    PoolBuilder out = new PoolBuilder(UNITS).exclude("u:1", "exempt").exclude("u:1", "exempt");
    refused("numbers 1 and 2 of the excluded units are the same unit", out::build);
    PoolBuilder both = new PoolBuilder(UNITS).add("u:1", "A").add("u:0", "A").exclude("u:1", "x");
    refused("drawable and excluded at once (token " + UNITS.token("u:1"), both::build);
  }

  @Test
  void what_does_not_fit_section_3_is_refused() {
    PoolBuilder builder = new PoolBuilder(UNITS);
    refused("the weight 0 is not between 1 and 64", () -> builder.add("u:1", "A", 0));
    refused("the weight 65 is not between 1 and 64", () -> builder.add("u:1", "A", 65));
    refused("stratum \"A B\" does not fit", () -> builder.add("u:1", "A B"));
    refused("reason \"\" does not fit", () -> builder.exclude("u:1", ""));
    refused("unitId \"\" is empty", () -> builder.add("", "A"));
    refused("has control characters", () -> builder.add("a\nb", "A"));
    refused("has control characters", () -> builder.add("a\u0085b", "A"));
    refused("not valid text", () -> builder.add("a\ud800", "A"));
    builder.add("冷库:1 号", "A", 64).add("u:2", "A", 1).build();
  }

  private static void refused(
      String text, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(text);
  }

  @Test
  void an_excluded_unit_is_found_in_the_frame_wherever_it_stands() {
    Frame frame = frame(100);
    for (int i = 0; i < 100; i += 9) {
      PoolBuilder other = new PoolBuilder(UNITS).exclude("u:" + i, "x").exclude("v:" + i, "x");
      Exclusions excluded = other.build().excluded();
      int line = excluded.line(0).startsWith(UNITS.token("u:" + i)) ? 0 : 1;
      assertThat(excluded.firstAlsoIn(frame)).contains(line);
    }
    Exclusions none = new PoolBuilder(UNITS).exclude("v:1", "x").build().excluded();
    assertThat(none.firstAlsoIn(frame)).isEmpty();
    assertThat(none.contains(UNITS.token("v:1"))).isTrue();
    assertThat(none.contains(UNITS.token("v:2"))).isFalse();
  }

  @Test
  void the_binary_file_gives_back_the_frame() throws IOException {
    Path file = folder.resolve("frame.bin");
    for (int size : new int[] {0, 1, 5_000}) {
      Frame frame = frame(size);
      frame.save(file);
      Frame read = Frame.open(file);
      assertThat(read.listed()).isEqualTo(frame.listed());
      assertThat(read.sizes()).isEqualTo(frame.sizes());
      for (int i = 0; i < size; i++) {
        assertThat(read.line(i)).isEqualTo(frame.line(i));
      }
      read.verifyRoot(Suite.SHA256);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("no temporary file is left").containsExactly(file);
    }
  }

  @Test
  void a_binary_file_that_is_not_whole_or_was_changed_is_refused() throws IOException {
    Path file = folder.resolve("frame.bin");
    frame(10).save(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int cut : new int[] {0, 5, 11, 40, bytes.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, cut));
      refused("is not a whole frame file", () -> Frame.open(file));
    }
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length + 1));
    refused("is not a whole frame file", () -> Frame.open(file));
    byte[] magic = bytes.clone();
    magic[0]++;
    Files.write(file, magic);
    refused("is not a whole frame file", () -> Frame.open(file));
    byte[] header = bytes.clone();
    header[8] = 127;
    Files.write(file, header);
    refused("is not a whole frame file", () -> Frame.open(file));
    byte[] token = bytes.clone();
    token[bytes.length - 35] ^= 1;
    Files.write(file, token);
    Frame changed = Frame.open(file);
    refused("the file was changed", () -> changed.verifyRoot(Suite.SHA256));
  }

  @Test
  void every_stratum_needs_exactly_one_rule() {
    Pool pool = new PoolBuilder(UNITS).add("u:1", "A").add("u:2", "A").add("u:3", "B").build();
    Quota all = new Quota.Rate(10_000);
    refused("the rules are for [A]", () -> pool.subject("", Map.of("A", all)));
    refused("rules are for", () -> pool.subject("", Map.of("A", all, "B", all, "C", all)));
    Subject.Targets subject = pool.subject("", Map.of("A", all, "B", new Quota.Count(0)));
    assertThat(subject.strata().values())
        .extracting(Subject.Stratum::size, Subject.Stratum::quota)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, 2), org.assertj.core.groups.Tuple.tuple(1, 0));
    assertThat(subject.pool().size()).isEqualTo(3);
  }

  @Test
  void the_snapshot_is_over_unique_units_in_byte_order() {
    String snapshot = Pool.snapshot(List.of("b", "冷", "a", "b"));
    Merkle tree = new Merkle(Suite.SHA256);
    for (String unit : List.of("a", "b", "冷")) {
      byte[] bytes = Names.unitId(unit);
      tree.add(bytes, 0, bytes.length);
    }
    assertThat(snapshot).isEqualTo(Names.hex(tree.root()));
    assertThat(Pool.snapshot(List.of())).startsWith("e3b0c442");
  }

  @Test
  void a_long_list_written_as_csv_is_read_back_line_by_line() throws Exception {
    Frame frame = frame(5_000);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    frame.writeCsv(bytes);
    Frame read = Frame.readCsv(Suite.SHA256, in(bytes), 5_000);
    assertThat(read.listed()).isEqualTo(frame.listed());
    assertThat(read.sizes()).isEqualTo(frame.sizes());
    for (int i = 0; i < 5_000; i++) {
      assertThat(read.line(i)).isEqualTo(frame.line(i));
    }
    assertThatThrownBy(() -> Frame.readCsv(Suite.SHA256, in(bytes), 4_999))
        .isInstanceOfSatisfying(BadLine.class, e -> assertThat(e.line()).isEqualTo(5_000))
        .hasMessageContaining("more than 4999 lines");
  }

  private static InputStream in(ByteArrayOutputStream bytes) {
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
