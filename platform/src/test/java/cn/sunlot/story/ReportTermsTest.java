package cn.sunlot.story;

import static cn.sunlot.publicity.store.jooq.Tables.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Entries;
import cn.sunlot.calendar.domain.Days.Kind;
import cn.sunlot.calendar.usecase.ChangeDays;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Due days of reports: counted in working days, shown as overdue, and moved with the calendar. */
class ReportTermsTest extends StoryTest {

  private static final LocalDate NEW_HOLIDAY = LocalDate.of(2027, 1, 5);

  @Autowired private ChangeDays changeDays;
  @Autowired private Entries entries;
  @Autowired private DSLContext database;

  private void set(Kind kind) {
    bureau.as("sysadmin", () -> changeDays.run(Map.of(NEW_HOLIDAY, kind), "国务院办公厅通知"));
  }

  private JsonNode read(JsonNode report) throws Exception {
    return chain.ok(
        chain.api().read(bureau, "officer", "/api/reports/" + report.get("id").asString()));
  }

  private Set<LocalDate> publicObjections() {
    return database
        .select(RESULT.OBJECTION_UNTIL)
        .from(RESULT)
        .where(RESULT.AUTHORITY_ID.eq(bureau.authorityId()))
        .fetchSet(RESULT.OBJECTION_UNTIL);
  }

  private List<String> recomputed() {
    return entries.payloads(bureau, "due-dates-recomputed");
  }

  @Test
  void a_changed_working_day_moves_the_due_days_of_open_reports_and_the_record_says_so()
      throws Exception {
    String task = runningTask();
    clock.set(LocalDate.of(2026, 12, 29));
    for (JsonNode visit : chain.visits(bureau, task)) {
      inspect(visit.get("id").asString());
    }
    JsonNode report = report(bureau);
    assertThat(report.get("due").get("date").asString()).isEqualTo("2027-01-06");
    assertThat(report.get("due").get("provisional").asBoolean()).isTrue();
    LocalDate objections;
    set(Kind.HOLIDAY);
    try {
      JsonNode moved = read(report);
      assertThat(moved.get("due").get("date").asString()).isEqualTo("2027-01-07");
      // A form that was open meanwhile can still be saved.
      assertThat(moved.get("version").asInt()).isEqualTo(report.get("version").asInt());
      assertThat(recomputed())
          .filteredOn(p -> p.contains("\"due\""))
          .singleElement()
          .asString()
          .contains("\"2027-01-06 provisional\",\"2027-01-07 provisional\"");
      JsonNode handedIn = handedIn(report);
      chain.ok(reportCommand("head", handedIn, "publish", Map.of()));
      objections = publicObjections().iterator().next();
    } finally {
      set(Kind.WORKING);
    }
    // What is published stays; the provisional last days for objections to its four results moved.
    assertThat(read(report).get("due").get("date").asString()).isEqualTo("2027-01-07");
    assertThat(recomputed()).filteredOn(p -> p.contains("publishDue")).hasSize(1);
    assertThat(recomputed()).filteredOn(p -> p.contains("objectionUntil")).hasSize(4);
    // The dossiers of the four visits are still to be bound: their day moved there and back.
    assertThat(recomputed()).filteredOn(p -> p.contains("\"archive\"")).hasSize(8);
    assertThat(publicObjections()).hasSize(1).doesNotContain(objections);
  }

  @Test
  @Clause("ZB-15")
  void a_report_is_due_on_the_fifth_working_day_and_overdue_on_the_next() throws Exception {
    JsonNode report = endedTask();
    // Five working days after Monday 2 March.
    assertThat(report.get("due").get("date").asString()).isEqualTo("2026-03-09");
    clock.set(LocalDate.of(2026, 3, 9));
    assertThat(read(report).get("overdue").asBoolean()).isFalse();
    clock.set(LocalDate.of(2026, 3, 10));
    assertThat(read(report).get("overdue").asBoolean()).isTrue();
    JsonNode handedIn = handedIn(report);
    assertThat(handedIn.get("overdue").asBoolean()).isFalse();
    assertThat(handedIn.get("publishDue").get("date").asString()).isEqualTo("2026-03-12");
    clock.set(LocalDate.of(2026, 3, 13));
    assertThat(read(report).get("overdue").asBoolean()).isTrue();
  }
}
