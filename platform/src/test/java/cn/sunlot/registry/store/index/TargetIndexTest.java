package cn.sunlot.registry.store.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.Narrowing;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.schema.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.ObjectMapper;

/** The index follows the table, whatever happens to either. */
@PlatformTest
class TargetIndexTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private TargetFeed feed;
  @Autowired private TestDatabase server;
  @Autowired private DSLContext database;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private ObjectMapper json;

  @TempDir private Path folder;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
    add(1, "甲厂");
    add(2, "乙厂");
  }

  private static String code(int number) {
    String first17 = "91370303MA" + String.format("%07d", number);
    return first17 + Uscc.checkCharacter(first17);
  }

  private void add(int number, String name) {
    importing.csv(bureau, "targets", "名称,统一社会信用代码\n" + name + "," + code(number) + "\n");
  }

  private TargetIndex open() {
    return new TargetIndex(feed, folder.resolve("index").toString(), folder);
  }

  private int count(TargetIndex index, String q) {
    var filter = new TargetListFilter(q, null, null, null, null, null, null, null);
    return bureau.as("officer", () -> index.count(SignedIn.get().scope(), Narrowing.of(filter)));
  }

  @Test
  void before_it_is_built_a_list_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> count(open(), "厂"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(RegistryProblem.INDEX_BEING_BUILT));
  }

  @Test
  void it_is_built_once_and_then_takes_in_what_changes() {
    TargetIndex index = open();
    assertThat(index.catchUp()).isGreaterThanOrEqualTo(2);
    assertThat(index.catchUp()).isZero();
    add(1, "丙厂");
    assertThat(index.catchUp()).isEqualTo(1);
    assertThat(count(index, "甲厂")).isZero();
    assertThat(count(index, "丙厂")).isEqualTo(1);
    assertThat(count(index, "厂")).isEqualTo(2);
  }

  @Test
  void closed_and_opened_again_it_goes_on_where_it_was() throws IOException {
    TargetIndex index = open();
    index.catchUp();
    index.close();
    add(1, "丁厂");
    TargetIndex again = open();
    assertThat(again.catchUp()).isEqualTo(1);
    assertThat(count(again, "丁厂")).isEqualTo(1);
    assertThat(count(again, "厂")).isEqualTo(2);
    again.close();
  }

  @Test
  void killed_before_it_was_kept_it_reads_again_what_it_has_lost() throws IOException {
    TargetIndex killed = open();
    killed.catchUp();
    add(1, "戊厂");
    killed.catchUp();
    // As the disk of a killed process has it: without its last changes, and without its lock.
    Path left = folder.resolve("left/index");
    Files.createDirectories(left);
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.copy(file, left.resolve(file.getFileName()));
      }
    }
    TargetIndex again = new TargetIndex(feed, left.toString(), folder);
    again.catchUp();
    assertThat(count(again, "戊厂")).isEqualTo(1);
    assertThat(count(again, "厂")).isEqualTo(2);
    again.close();
    killed.close();
  }

  @Test
  void a_damaged_index_or_one_of_another_database_is_built_again() throws IOException {
    TargetIndex index = open();
    index.catchUp();
    index.close();
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    TargetIndex again = open();
    again.catchUp();
    assertThat(count(again, "厂")).isEqualTo(2);
    again.close();
  }

  @Test
  void a_change_that_is_committed_later_than_a_younger_one_is_not_missed() throws SQLException {
    TargetIndex index = open();
    try (Connection slow = server.superuser().connect();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.executeUpdate(
          "UPDATE registry.target SET name = '己厂' WHERE unit_id = '"
              + code(1)
              + "' AND authority_id = '"
              + bureau.authorityId()
              + "'");
      index.catchUp();
      add(2, "庚厂");
      assertThat(index.catchUp()).isEqualTo(1);
      assertThat(count(index, "己厂")).isZero();
      slow.commit();
      assertThat(index.catchUp()).isEqualTo(1);
    }
    assertThat(count(index, "己厂")).isEqualTo(1);
    assertThat(count(index, "庚厂")).isEqualTo(1);
  }

  @Test
  void what_was_taken_in_of_something_that_did_not_end_is_not_there_twice() throws IOException {
    var rows = new StringBuilder("名称,统一社会信用代码\n");
    for (int i = 1_000; i < 1_600; i++) {
      rows.append("辛店").append(',').append(code(i)).append('\n');
    }
    var breaking = new BreakingFeed();
    TargetIndex index = new TargetIndex(breaking, folder.resolve("index").toString(), folder);
    index.catchUp();
    importing.csv(bureau, "targets", rows.toString());
    breaking.after = 550;
    assertThatThrownBy(index::catchUp).hasMessage("the connection is gone");
    assertThat(count(index, "厂")).isEqualTo(2);
    breaking.after = Integer.MAX_VALUE;
    index.catchUp();
    assertThat(count(index, "辛店")).isEqualTo(600);
    assertThat(count(index, "厂")).isEqualTo(2);
    index.close();
  }

  /** Loses its connection after so many targets. */
  private final class BreakingFeed extends TargetFeed {

    private int after = Integer.MAX_VALUE;

    BreakingFeed() {
      super(database, transactions, json);
    }

    @Override
    String readChanges(String since, Consumer<IndexedTarget> take) {
      int[] read = {0};
      return super.readChanges(
          since,
          target -> {
            if (++read[0] > after) {
              throw new IllegalStateException("the connection is gone");
            }
            take.accept(target);
          });
    }
  }

  @Test
  void two_processes_with_one_folder_have_an_index_each() throws IOException {
    TargetIndex first = open();
    first.catchUp();
    TargetIndex second = open();
    second.catchUp();
    assertThat(count(second, "厂")).isEqualTo(2);
    second.close();
    first.close();
  }
}
