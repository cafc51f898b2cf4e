package cn.sunlot.kernel.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.kernel.secrets.Secrets.SealBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  private static final byte[] PLAIN = {1, 2, 3};

  @TempDir private Path folder;
  private Path keys;
  private Secrets secrets;

  @BeforeEach
  void makeKey() throws IOException {
    keys = folder.resolve("keys");
    secrets = new Secrets(keys);
  }

  @Test
  void the_key_is_made_once_and_only_its_owner_can_read_it() throws IOException {
    byte[] key = Files.readAllBytes(keys.resolve("secrets.key"));
    assertThat(key).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keys.resolve("secrets.key"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    byte[] sealed = secrets.seal("a", PLAIN);
    assertThat(new Secrets(keys).open("a", sealed)).isEqualTo(PLAIN);
    assertThat(Files.readAllBytes(keys.resolve("secrets.key"))).isEqualTo(key);
    try (var files = Files.list(keys)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_sealed_value_opens_only_in_its_place_under_its_key_and_unchanged() throws IOException {
    byte[] sealed = secrets.seal("draw/1", PLAIN);
    assertThatThrownBy(() -> secrets.open("draw/2", sealed)).isInstanceOf(SealBroken.class);
    var other = new Secrets(folder.resolve("other"));
    assertThatThrownBy(() -> other.open("draw/1", sealed)).isInstanceOf(SealBroken.class);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> secrets.open("draw/1", changed)).isInstanceOf(SealBroken.class);
    }
    assertThatThrownBy(() -> secrets.open("draw/1", new byte[3])).isInstanceOf(SealBroken.class);
  }

  @Test
  void the_same_value_sealed_twice_looks_different() {
    assertThat(secrets.seal("a", PLAIN)).isNotEqualTo(secrets.seal("a", PLAIN));
  }

  @Test
  void a_key_that_others_can_read_or_that_is_cut_off_is_refused() throws IOException {
    Path file = keys.resolve("secrets.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> new Secrets(keys)).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.write(file, new byte[5]);
    assertThatThrownBy(() -> new Secrets(keys)).hasMessageContaining("5 bytes");
  }

  @Test
  void the_same_value_under_the_same_words_looks_the_same_and_no_other_does() {
    byte[] sealed = secrets.sealSame("target/1", PLAIN);
    assertThat(secrets.sealSame("target/1", PLAIN)).isEqualTo(sealed);
    assertThat(secrets.open("target/1", sealed)).isEqualTo(PLAIN);
    assertThat(secrets.sealSame("target/2", PLAIN)).isNotEqualTo(sealed);
    assertThat(secrets.sealSame("target/", new byte[] {'1', 1, 2, 3})).isNotEqualTo(sealed);
    assertThat(Secrets.looksSealed(sealed)).isTrue();
    assertThat(Secrets.looksSealed("{\"version\":1}".getBytes(UTF_8))).isFalse();
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> secrets.open("target/1", changed)).isInstanceOf(SealBroken.class);
    }
    assertThatThrownBy(() -> secrets.open("target/2", sealed)).isInstanceOf(SealBroken.class);
  }
}
