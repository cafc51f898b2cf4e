package cn.sunlot.kernel.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.kernel.secrets.Secrets;
import cn.sunlot.law.Clause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with personal data lie sealed; what was done to one of them is noticed. */
class DirectoryFilesTest {

  private static final int CHUNK = 1 << 16;
  private static final int SEALED_CHUNK = CHUNK + 16;
  private static final int HEADER = 8 + 8 + 61;

  @TempDir private Path folder;
  private Path root;
  private WorkFolder work;
  private DirectoryFiles files;

  @BeforeEach
  void makeFiles() throws IOException {
    root = folder.resolve("files");
    work = new WorkFolder(root);
    files = new DirectoryFiles(root, work, new Secrets(folder.resolve("keys")));
  }

  @AfterEach
  void endWork() throws IOException {
    work.close();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private String sealed(byte[] bytes) throws IOException {
    return files.storeSealed(new ByteArrayInputStream(bytes)).sha256();
  }

  private Path plainPlace(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  private Path place(String sha256) {
    return plainPlace(sha256).resolveSibling(sha256 + ".sealed");
  }

  private byte[] read(String sha256) throws IOException {
    try (InputStream in = files.open(sha256)) {
      return in.readAllBytes();
    }
  }

  /** Files that are stored or being worked on; a lock is none. */
  private List<Path> everyFile() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock")).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5_000_003})
  @Clause("PDS-25")
  void what_is_stored_sealed_comes_back_and_does_not_lie_open(int size) throws IOException {
    byte[] bytes = bytes(size);
    cn.sunlot.kernel.files.Files.Stored stored = files.storeSealed(new ByteArrayInputStream(bytes));
    assertThat(stored).isEqualTo(files.store(new ByteArrayInputStream(bytes)));
    assertThat(stored.size()).isEqualTo(size);
    assertThat(read(stored.sha256())).isEqualTo(bytes);
    assertThat(files.size(stored.sha256())).isEqualTo(size);
    assertThat(everyFile()).as("stored once").containsExactly(place(stored.sha256()));
    if (size > 16) {
      assertThat(new String(Files.readAllBytes(place(stored.sha256())), ISO_8859_1))
          .doesNotContain(new String(bytes, size - 16, 16, ISO_8859_1));
    }
  }

  @Test
  void any_part_can_be_read_and_bytes_written_in_any_pieces_are_the_same() throws IOException {
    byte[] bytes = bytes(3 * CHUNK + 5);
    String sha256;
    try (var file = files.newSealed()) {
      for (int from = 0, some = 1; from < bytes.length; from += some, some = some * 3 + 1) {
        file.out().write(bytes, from, Math.min(some, bytes.length - from));
      }
      file.out().close();
      sha256 = file.keep().sha256();
    }
    assertThat(sha256).isEqualTo(files.store(new ByteArrayInputStream(bytes)).sha256());
    for (int from : new int[] {0, 7, CHUNK - 1, 2 * CHUNK, 3 * CHUNK + 4}) {
      try (InputStream in = files.open(sha256)) {
        in.skipNBytes(from);
        assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, from, bytes.length));
      }
    }
  }

  @Test
  void what_is_begun_and_not_kept_is_gone() throws IOException {
    try (var file = files.newSealed()) {
      file.out().write(bytes(2 * CHUNK));
    }
    assertThat(everyFile()).isEmpty();
  }

  private void assertDamaged(String sha256, byte[] content) throws IOException {
    Files.write(place(sha256), content);
    assertThatThrownBy(() -> read(sha256))
        .isInstanceOf(DamagedFile.class)
        .hasMessageContaining(sha256);
    assertThatThrownBy(() -> files.localCopy(sha256)).isInstanceOf(DamagedFile.class);
    assertThat(everyFile()).as("no half of a copy").containsExactly(place(sha256));
  }

  @Test
  void a_bit_that_was_flipped_anywhere_is_noticed() throws IOException {
    String sha256 = sealed(bytes(2 * CHUNK + 100));
    byte[] right = Files.readAllBytes(place(sha256));
    for (int at = 0; at < HEADER; at++) {
      assertDamaged(sha256, flipped(right, at));
    }
    for (int at = HEADER; at < right.length; at += 1009) {
      assertDamaged(sha256, flipped(right, at));
    }
    assertDamaged(sha256, flipped(right, right.length - 1));
    Files.write(place(sha256), right);
    assertThat(read(sha256)).hasSize(2 * CHUNK + 100);
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }

  @Test
  void a_file_that_was_cut_or_grew_is_noticed_before_a_byte_is_given() throws IOException {
    String sha256 = sealed(bytes(3 * CHUNK));
    byte[] right = Files.readAllBytes(place(sha256));
    for (int length :
        new int[] {
          0, 5, HEADER, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK, right.length - 1
        }) {
      assertDamaged(sha256, Arrays.copyOf(right, length));
      assertThatThrownBy(() -> files.open(sha256)).isInstanceOf(DamagedFile.class);
      assertThatThrownBy(() -> files.size(sha256)).isInstanceOf(DamagedFile.class);
    }
    assertDamaged(sha256, Arrays.copyOf(right, right.length + 1));
    assertDamaged(sha256, Arrays.copyOf(right, right.length + SEALED_CHUNK));
  }

  @Test
  void chunks_that_were_swapped_repeated_or_taken_out_are_noticed() throws IOException {
    byte[] bytes = bytes(CHUNK);
    byte[] four = new byte[4 * CHUNK];
    for (int i = 0; i < 4; i++) {
      // The same four times, so that only place and end tell them apart.
      System.arraycopy(bytes, 0, four, i * CHUNK, CHUNK);
    }
    String sha256 = sealed(four);
    byte[] right = Files.readAllBytes(place(sha256));
    assertDamaged(sha256, arranged(right, 1, 0, 2, 3));
    assertDamaged(sha256, arranged(right, 0, 1, 1, 3));
    assertDamaged(sha256, arranged(right, 0, 1, 3, 2));
    assertDamaged(sha256, arranged(right, 0, 1, 3));
    assertDamaged(sha256, arranged(right, 0, 1, 2));
    assertThat(arranged(right, 0, 1, 2, 3)).isEqualTo(right);
  }

  private static byte[] arranged(byte[] sealed, int... chunks) {
    var out = new ByteArrayOutputStream();
    out.write(sealed, 0, HEADER);
    for (int chunk : chunks) {
      out.write(sealed, HEADER + chunk * SEALED_CHUNK, SEALED_CHUNK);
    }
    return out.toByteArray();
  }

  @Test
  void a_cut_that_corrects_the_length_in_the_header_is_noticed_too() throws IOException {
    String sha256 = sealed(bytes(2 * CHUNK));
    byte[] cut = Arrays.copyOf(Files.readAllBytes(place(sha256)), HEADER + SEALED_CHUNK);
    ByteBuffer.wrap(cut).putLong(8, CHUNK);
    assertDamaged(sha256, cut);
  }

  @Test
  void a_file_under_the_name_of_another_or_from_another_installation_does_not_open()
      throws IOException {
    String one = sealed(bytes(1000));
    String other = sealed(bytes(1001));
    Files.copy(place(one), place(other), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> files.open(other)).isInstanceOf(DamagedFile.class);
    assertThat(read(one)).isEqualTo(bytes(1000));
    var elsewhere = new DirectoryFiles(root, work, new Secrets(folder.resolve("other-keys")));
    assertThatThrownBy(() -> elsewhere.open(one))
        .isInstanceOf(DamagedFile.class)
        .hasMessageContaining("keys/secrets.key");
  }

  @Test
  void what_was_stored_open_is_read_as_it_is_also_when_it_begins_like_a_sealed_one()
      throws IOException {
    byte[] imitation = Files.readAllBytes(place(sealed(bytes(1000))));
    String open = files.store(new ByteArrayInputStream(imitation)).sha256();
    assertThat(read(open)).isEqualTo(imitation);
    assertThat(files.size(open)).isEqualTo(imitation.length);
    try (LocalFile file = files.localCopy(open)) {
      assertThat(file.path()).isEqualTo(plainPlace(open));
    }
    assertThat(read(open)).as("a local file of an open one is itself").isEqualTo(imitation);
    assertThat(sealed(imitation)).isEqualTo(open);
    assertThat(read(open)).isEqualTo(imitation);
    assertThat(plainPlace(open)).as("sealed now").doesNotExist();
  }

  @Test
  void a_local_copy_of_a_sealed_file_is_private_and_gone_when_it_is_closed() throws IOException {
    byte[] bytes = bytes(CHUNK + 7);
    String sha256 = sealed(bytes);
    Path copy;
    try (LocalFile file = files.localCopy(sha256)) {
      copy = file.path();
      assertThat(copy).hasBinaryContent(bytes);
      assertThat(copy.getParent()).isEqualTo(work.path());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.path())))
          .isEqualTo("rwx------");
    }
    assertThat(copy).doesNotExist();
    assertThat(read(sha256)).isEqualTo(bytes);
  }

  @Test
  void what_lies_open_from_before_is_sealed_and_what_is_not_its_name_stays() throws IOException {
    String sha256 = files.store(new ByteArrayInputStream("13355512378".getBytes(UTF_8))).sha256();
    String wrong = files.store(new ByteArrayInputStream(bytes(10))).sha256();
    Files.write(plainPlace(wrong), bytes(11));
    files.seal(sha256);
    assertThatThrownBy(() -> files.seal(wrong)).isInstanceOf(DamagedFile.class);
    assertThat(everyFile()).containsExactlyInAnyOrder(place(sha256), plainPlace(wrong));
    assertThat(read(sha256)).asString(UTF_8).isEqualTo("13355512378");
  }

  @Test
  void a_seal_that_was_interrupted_before_the_open_one_was_taken_away_is_done_again()
      throws IOException {
    byte[] bytes = bytes(100);
    String sha256 = sealed(bytes);
    Files.write(plainPlace(sha256), bytes);
    assertThat(read(sha256)).isEqualTo(bytes);
    files.seal(sha256);
    assertThat(everyFile()).containsExactly(place(sha256));
    assertThat(read(sha256)).isEqualTo(bytes);
  }

  @Test
  void a_file_that_is_not_there_is_not_there() throws IOException {
    String sha256 = sealed(bytes(5));
    files.remove(sha256);
    assertThat(everyFile()).isEmpty();
    assertThatThrownBy(() -> files.open(sha256)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> files.localCopy(sha256)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> files.size(sha256)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> files.open("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
