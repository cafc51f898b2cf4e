package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.usecase.SealContacts;
import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
}
