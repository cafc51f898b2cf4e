package cn.sunlot.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.usecase.SealContacts;
import cn.sunlot.schema.testing.TestDatabase;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** Telephone numbers lie sealed, whatever was done with them. */
@PlatformTest
class ContactsAtRestTest {

  private static final String CODE = "91370303MA3C4D5E6E";
  private static final String FIRST = "13355512378";
  private static final String SECOND = "13955543221";

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private SealContacts seal;
  @Autowired private TestDatabase test;
  @Autowired private TestJobs jobs;
  @Autowired private Files files;
  @Autowired private List<RecurringWork> recurring;
  @Autowired private MultipartConfigElement uploads;

  @TempDir private Path scratch;

  @Value("${sunlot.files}")
  private Path folder;

  private Bureau bureau;
  private Connection connection;
  private DSLContext owner;

  @BeforeEach
  void importTarget() throws Exception {
    connection = test.superuser().connect();
    owner = DSL.using(connection, SQLDialect.POSTGRES);
    bureau = bureaus.create("zibo_miit");
    importing.csv(bureau, "targets", list(FIRST));
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
  }

  private static String list(String contact) {
    return "名称,统一社会信用代码,负责人,联系方式,地址,行政区划代码\n"
        + ("淄博阳光机械有限公司," + CODE + ",王小明," + contact + ",张店区,370303\n");
  }

  private JsonNode target() throws Exception {
    String id =
        api.body(api.read(bureau, "officer", "/api/targets?q=" + CODE))
            .at("/items/0/id")
            .asString();
    return api.body(api.read(bureau, "officer", "/api/targets/{id}", id));
  }

  private org.springframework.test.web.servlet.ResultActions change(String contact)
      throws Exception {
    JsonNode now = target();
    Map<String, Object> content = new HashMap<>();
    for (String field : List.of("name", "kind", "regionCode", "address", "riskClass")) {
      content.put(field, now.get(field).asString());
    }
    content.put("responsiblePerson", "王小明");
    content.put("contact", contact);
    return api.send(
        bureau,
        "officer",
        "/api/targets/" + now.get("id").asString() + "/change",
        now.get("version").asInt(),
        Map.of("content", content, "reason", "电话变更"));
  }

  private String shown() throws Exception {
    return api.body(
            api.send(
                bureau,
                "officer",
                "/api/targets/" + target().get("id").asString() + "/show-contact",
                null,
                Map.of("reason", "核实")))
        .get("contact")
        .asString();
  }

  /** Table and column of everything that has a text in the clear. */
  private List<String> columnsWith(String text) {
    List<String> found = new ArrayList<>();
    owner
        .fetch(
            """
            SELECT format('%I.%I', table_schema, table_name), column_name, data_type = 'bytea'
            FROM information_schema.columns JOIN information_schema.tables
              USING (table_schema, table_name)
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
            """)
        .forEach(
            column -> {
              String table = column.get(0, String.class);
              String name = column.get(1, String.class);
              String hit =
                  column.get(2, boolean.class)
                      ? "position(convert_to(?, 'UTF8') IN \"" + name + "\") > 0"
                      : "\"" + name + "\"::text LIKE '%' || ? || '%'";
              if (owner
                      .fetchSingle("SELECT count(*) FROM " + table + " WHERE " + hit, text)
                      .get(0, int.class)
                  > 0) {
                found.add(table + "." + name);
              }
            });
    return found;
  }

  @Test
  @Clause({"PDS-25", "ZB-20"})
  void no_table_has_a_telephone_number_in_the_clear_whatever_was_done_with_it() throws Exception {
    assertThat(columnsWith("王小明")).as("the search finds what is there").isNotEmpty();
    change(SECOND).andExpect(status().isOk());
    assertThat(shown()).isEqualTo(SECOND);
    api.send(
            bureau,
            "officer",
            "/api/targets",
            null,
            Map.of(
                "unitId",
                "91370303MA3C4D5E7H",
                "content",
                Map.of("name", "月光", "kind", "enterprise", "contact", FIRST)))
        .andExpect(status().isCreated());
    assertThat(columnsWith(FIRST)).isEmpty();
    assertThat(columnsWith(SECOND)).isEmpty();
    assertThat(target().at("/history/0/changes/contact/0").asString()).isEqualTo("133******78");
    assertThat(target().at("/history/0/changes/contact/1").asString()).isEqualTo("139******21");
  }

  @Test
  void the_same_list_again_changes_nothing_and_what_an_export_shows_takes_nothing_away()
      throws Exception {
    importing.csv(bureau, "targets", list(FIRST));
    importing.csv(bureau, "targets", list("133******78"));
    importing.csv(bureau, "targets", list(""));
    assertThat(target().get("version").asInt()).isEqualTo(1);
    assertThat(shown()).isEqualTo(FIRST);
    importing.csv(bureau, "targets", list(SECOND));
    assertThat(shown()).isEqualTo(SECOND);
  }

  @Test
  void a_contact_sent_as_it_was_shown_stays_and_part_of_another_is_refused() throws Exception {
    change("133******78").andExpect(status().isOk()).andExpect(jsonPath("$.version").value(1));
    assertThat(shown()).isEqualTo(FIRST);
    change("139******21")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("contact"))
        .andExpect(jsonPath("$.errors[0].message").value("只显示了联系方式的一部分"));
    change("").andExpect(status().isOk()).andExpect(jsonPath("$.contact").isEmpty());
  }

  @Test
  void contacts_from_before_are_sealed_at_the_next_start_and_no_new_one_enters_in_the_clear()
      throws Exception {
    String clear = "UPDATE registry.target SET contact = ? WHERE unit_id = ?";
    assertThatThrownBy(() -> owner.execute(clear, FIRST, CODE))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("target_contact_sealed");
    owner.execute("ALTER TABLE registry.target DROP CONSTRAINT target_contact_sealed");
    owner.execute(clear, SECOND, CODE);
    owner.execute(
        "ALTER TABLE registry.target ADD CONSTRAINT target_contact_sealed"
            + " CHECK (contact LIKE 'sealed:%') NOT VALID");
    assertThat(columnsWith(SECOND)).containsExactly("registry.target.contact");
    seal.afterSingletonsInstantiated();
    assertThat(columnsWith(SECOND)).isEmpty();
    assertThat(shown()).isEqualTo(SECOND);
  }

  /** Everything in the folder of files, with what lies in it. */
  private Map<Path, String> everyFile() throws IOException {
    Map<Path, String> found = new TreeMap<>();
    try (Stream<Path> all = java.nio.file.Files.walk(folder)) {
      for (Path file : all.filter(java.nio.file.Files::isRegularFile).toList()) {
        found.put(file, java.nio.file.Files.readString(file, ISO_8859_1));
      }
    }
    return found;
  }

  private String exported() throws Exception {
    var body = Map.of("filter", Map.of(), "format", "xlsx", "purpose", "安全检查前电话通知");
    String id =
        api.body(api.send(bureau, "officer", "/api/targets/exports", null, body))
            .get("id")
            .asString();
    jobs.runDue();
    return "/api/targets/exports/" + id + "/file";
  }

  private String cells(String path) throws Exception {
    byte[] workbook =
        api.read(bureau, "officer", path)
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    Path read = java.nio.file.Files.write(scratch.resolve("read.xlsx"), workbook);
    StringBuilder text = new StringBuilder();
    try (Sheet sheet = Sheets.open(read, Limits.standard())) {
      sheet.forEach(row -> text.append(row.raw()));
    }
    return text.toString();
  }

  private static void assertSealed(Map<Path, String> some) {
    assertThat(some).as("file that was sent, rows to correct, export").hasSize(3);
    assertThat(some.keySet()).allSatisfy(f -> assertThat(f.toString()).endsWith(".sealed"));
    assertThat(some.values())
        .allSatisfy(
            bytes ->
                assertThat(bytes)
                    .startsWith("SUNLOT")
                    .doesNotContain(FIRST, SECOND, "PK\u0003\u0004"));
  }

  /** Lets sealed files lie as they did before there was a seal. */
  private void unseal(Set<Path> some) throws IOException {
    for (Path file : some) {
      String sha256 = file.getFileName().toString().replace(".sealed", "");
      try (InputStream in = files.open(sha256)) {
        java.nio.file.Files.copy(in, file.resolveSibling(sha256));
      }
      java.nio.file.Files.delete(file);
    }
  }

  @Test
  @Clause("PDS-25")
  void no_file_has_a_telephone_number_in_the_clear_also_none_from_before() throws Exception {
    Set<Path> before = Set.copyOf(everyFile().keySet());
    Import sent =
        importing.csv(bureau, "targets", list(SECOND) + "月光,123,王小明," + FIRST + ",张店区,370303\n");
    assertThat(importing.errors(sent)).hasSize(1);
    String errors = "/api/imports/" + sent.id() + "/errors";
    String export = exported();
    Map<Path, String> added = everyFile();
    added.keySet().removeAll(before);
    assertSealed(added);
    assertThat(cells(errors)).contains(FIRST);
    assertThat(cells(export)).contains(SECOND);

    unseal(Set.copyOf(added.keySet()));
    added = everyFile();
    added.keySet().removeAll(before);
    assertThat(String.join("", added.values())).contains(FIRST, SECOND, "PK\u0003\u0004");
    assertThat(cells(errors)).as("read as they lie").contains(FIRST);
    recurring.stream()
        .filter(work -> work.name().equals("seal-files"))
        .forEach(work -> SystemWork.run(work::run));
    added = everyFile();
    added.keySet().removeAll(before);
    assertSealed(added);
    assertThat(cells(errors)).contains(FIRST);
    assertThat(cells(export)).contains(SECOND);
  }

  @Test
  void what_is_being_uploaded_waits_where_the_next_start_sweeps() {
    assertThat(Path.of(uploads.getLocation()))
        .isDirectory()
        .hasParent(folder.toAbsolutePath().resolve("working"));
    assertThat(uploads.getMaxFileSize()).isEqualTo(200L << 20);
  }
}
