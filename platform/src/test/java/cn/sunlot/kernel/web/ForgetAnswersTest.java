package cn.sunlot.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.TestJobs;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Answers of commands are kept for those who send a command again, and not for ever. */
@PlatformTest
class ForgetAnswersTest {

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private TestJobs jobs;
  @Autowired private SettableClock clock;
  @Autowired private DSLContext database;

  private ResultActions addDepartment(Bureau bureau, UUID key) throws Exception {
    return api.send(
        bureau,
        "sysadmin",
        "/api/departments",
        null,
        Map.of(
            "name",
            "新设科室",
            "parentId",
            bureau.person("principal").departmentId(),
            "functions",
            List.of(),
            "sort",
            9),
        key);
  }

  private boolean isKept(UUID key) {
    return database
            .fetchSingle("SELECT count(*) FROM kernel.command WHERE key = ?", key)
            .get(0, int.class)
        == 1;
  }

  @Test
  void an_answer_is_repeated_for_thirty_days_and_deleted_after_that() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    Bureau bureau = bureaus.create("zibo_miit");
    UUID key = UUID.randomUUID();
    String id =
        api.body(addDepartment(bureau, key).andExpect(status().is2xxSuccessful()))
            .get("id")
            .asString();
    clock.advance(Duration.ofDays(30));
    jobs.runRecurring();
    assertThat(isKept(key)).isTrue();
    addDepartment(bureau, key).andExpect(jsonPath("$.id").value(id));
    clock.advance(Duration.ofSeconds(2));
    jobs.runRecurring();
    assertThat(isKept(key)).isFalse();
  }
}
