package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class EmbeddedDatabaseTest {
  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("database");
  }

  @BeforeEach
  void install() throws Exception {
    Installed.at(folder());
  }

  @Test
  void whatWasCommittedIsThereAfterARestart() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      Sql.run(database.owner(), "CREATE TABLE public.t (a text)", "INSERT INTO t VALUES ('阳光')");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThat(Sql.one(database.owner(), "SELECT a FROM public.t")).isEqualTo("阳光");
    }
  }

  @Test
  void sessionsOfTheOwnerAreDurable() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThat(Sql.one(database.owner(), "SHOW fsync")).isEqualTo("on");
      assertThat(Sql.one(database.owner(), "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(Sql.one(database.owner(), "SHOW full_page_writes")).isEqualTo("on");
      assertThat(Sql.one(database.owner(), "SHOW data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void durabilitySwitchedOffInTheServerIsOnAgainAtTheNextStart() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      Sql.run(superuser(database), "ALTER SYSTEM SET fsync = off");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThat(Sql.one(database.owner(), "SHOW fsync")).isEqualTo("on");
    }
  }

  @Test
  void durabilitySwitchedOffForTheDatabaseStopsTheStart() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      Sql.run(superuser(database), "ALTER DATABASE sunlot SET synchronous_commit = off");
    }
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("synchronous_commit=off")
        .hasMessageContaining("RESET synchronous_commit");
    assertThat(folder().resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      Login wrong = database.owner().as(EmbeddedDatabase.OWNER, "guess");
      assertThatThrownBy(wrong::connect)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void theServerIsReachedFromThisMachineOnly() throws IOException, SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThat(Sql.one(database.owner(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Sql.one(superuser(database), "SHOW unix_socket_directories")).isEmpty();
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress())
          .forEach(
              address ->
                  assertThatThrownBy(
                          () -> {
                            try (Socket socket = new Socket()) {
                              socket.connect(new InetSocketAddress(address, database.port()), 2000);
                            }
                          })
                      .isInstanceOf(IOException.class));
    }
  }

  @Test
  void theOwnerIsNoSuperuser() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThat(
              Sql.one(
                  database.owner(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f");
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(PostgresServer.loopback(0));
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder(), port, Map.of()))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("taken by another program");
    }
  }

  @Test
  void aFolderOpenToOthersIsRefused() throws IOException {
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("rwxr-xr-x")
        .hasMessageContaining("chmod 700 " + folder());
  }

  @Test
  void passwordsOpenToOthersAreRefused() throws IOException {
    Path passwords = folder().resolve("passwords.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("chmod 600 " + passwords);
  }

  @Test
  void lostPasswordsAreNamedBeforeAnythingStarts() throws IOException {
    Files.delete(folder().resolve("passwords.properties"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("Bring passwords.properties back");
  }

  @Test
  void dataOfAnotherVersionOfPostgresqlAreNotTouched() throws IOException {
    Files.writeString(folder().resolve("data/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("written by PostgreSQL 17")
        .hasMessageContaining("brings 18");
  }

  @Test
  void tuningCannotReachDurability() {
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder(), 0, Map.of("fsync", "off")))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("does not let fsync be set")
        .hasMessageContaining("shared_buffers");
  }

  @Test
  void tuningFromTheListIsUsed() throws SQLException {
    var tuning = Map.of("shared_buffers", "32MB", "max_connections", "30");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder(), 0, tuning)) {
      assertThat(Sql.one(database.owner(), "SHOW shared_buffers")).isEqualTo("32MB");
      assertThat(Sql.one(database.owner(), "SHOW max_connections")).isEqualTo("30");
    }
  }

  private static Login superuser(EmbeddedDatabase database) {
    String password = database.passwords().find(PostgresServer.SUPERUSER).orElseThrow();
    return database.owner().as(PostgresServer.SUPERUSER, password);
  }
}
