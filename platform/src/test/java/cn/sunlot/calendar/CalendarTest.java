package cn.sunlot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The calendar as it comes with the program, and as the administrator changes it. */
@PlatformTest
class CalendarTest {

  @Autowired private WorkingDays calendar;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private MockMvc web;
  @Autowired private Entries entries;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private RequestPostProcessor as(String who) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            bureau.signedIn(who), null, AuthorityUtils.NO_AUTHORITIES));
  }

  private ResultActions send(String who, String path, String body) throws Exception {
    return web.perform(
        post("/api/calendar/" + path)
            .with(as(who))
            .with(csrf())
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  @ParameterizedTest(name = "{0} working: {1} ({2})")
  @CsvSource({
    "2020-01-19, true, a Sunday on which people worked for Spring Festival",
    "2020-01-31, false, Spring Festival was extended because of the epidemic",
    "2020-02-02, false, the last day of the extension",
    "2020-02-03, true, the first day after it",
    "2019-10-07, false, the last day of National Day",
    "2019-10-12, true, a Saturday on which people worked for it",
    "2023-10-07, true, a Saturday on which people worked",
    "2023-10-08, true, a Sunday on which people worked",
    "2024-02-18, true, a Sunday on which people worked",
    "2024-09-29, true, a Sunday on which people worked",
    "2025-01-26, true, a Sunday on which people worked",
    "2026-10-10, true, a Saturday on which people work for National Day",
    "2026-10-08, true, the first day after National Day",
    "2026-11-21, false, a plain Saturday",
    "2026-11-23, true, a plain Monday",
  })
  void real_days_are_what_was_announced(LocalDate day, boolean working, String why) {
    assertThat(calendar.isWorking(day)).as(why).isEqualTo(working);
  }

  @Test
  void terms_run_across_real_holidays() {
    // 30 September 2026 is a Wednesday; 1 to 7 October are free, Saturday the 10th is not.
    assertThat(calendar.after(LocalDate.of(2026, 9, 30), 3))
        .isEqualTo(new DueDate(LocalDate.of(2026, 10, 10), false));
    assertThat(calendar.between(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 10)))
        .isEqualTo(3);
    // The 22nd of January 2020, a Wednesday, was followed by one working day before the long
    // holiday.
    assertThat(calendar.after(LocalDate.of(2020, 1, 22), 2).date()).isEqualTo("2020-02-03");
  }

  @Test
  void terms_run_across_the_end_of_a_year_that_is_known() {
    assertThat(calendar.after(LocalDate.of(2025, 12, 31), 1))
        .isEqualTo(new DueDate(LocalDate.of(2026, 1, 4), false));
  }

  @Test
  void a_term_into_a_year_that_is_not_announced_is_provisional_and_blocks_nothing() {
    assertThat(calendar.after(LocalDate.of(2026, 12, 30), 1))
        .isEqualTo(new DueDate(LocalDate.of(2026, 12, 31), false));
    assertThat(calendar.after(LocalDate.of(2026, 12, 31), 1))
        .isEqualTo(new DueDate(LocalDate.of(2027, 1, 4), true));
    assertThat(calendar.after(LocalDate.of(2026, 12, 1), 60).provisional()).isTrue();
  }

  @Test
  void the_page_of_a_year_says_what_is_known_and_from_where() throws Exception {
    web.perform(get("/api/calendar?year=2026").with(as("officer")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.provisional").value(false))
        .andExpect(jsonPath("$.days[?(@.date=='2026-10-10')].kind").value("working"));
    web.perform(get("/api/calendar?year=2031").with(as("officer")))
        .andExpect(jsonPath("$.provisional").value(true))
        .andExpect(jsonPath("$.days").isEmpty());
  }

  @Test
  void an_announced_year_is_no_longer_provisional_and_is_entered_once() throws Exception {
    String body =
        "{\"source\":\"国办发明电〔2032〕1号\",\"days\":["
            + "{\"date\":\"2033-01-03\",\"kind\":\"holiday\"},"
            + "{\"date\":\"2033-01-08\",\"kind\":\"working\"}]}";
    send("officer", "years/2033/announce", body).andExpect(status().isForbidden());
    assertThat(calendar.after(LocalDate.of(2033, 1, 2), 1).provisional()).isTrue();
    send("sysadmin", "years/2032/announce", body)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].value").value("2033-01-03"))
        .andExpect(jsonPath("$.errors[0].message").value("不是 2032 年的日期"));
    send("sysadmin", "years/2033/announce", body)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.provisional").value(false));
    assertThat(calendar.after(LocalDate.of(2033, 1, 2), 1))
        .isEqualTo(new DueDate(LocalDate.of(2033, 1, 4), false));
    assertThat(calendar.isWorking(LocalDate.of(2033, 1, 8))).isTrue();
    send("sysadmin", "years/2033/announce", body)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.title").value("该年度安排已录入"));
    assertThat(entries("calendar-year-announced")).isEqualTo(1);
  }

  @Test
  void single_days_are_corrected_with_their_source_and_logged() throws Exception {
    String body = "{\"source\":\"更正通知\",\"days\":[{\"date\":\"2034-03-06\",\"kind\":\"holiday\"}]}";
    send("sysadmin", "days", body)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].provisional").value(true))
        .andExpect(jsonPath("$[0].days[0].source").value("更正通知"));
    assertThat(calendar.isWorking(LocalDate.of(2034, 3, 6))).isFalse();
    assertThat(entries("calendar-days-changed")).isEqualTo(1);
    send("sysadmin", "days", body.replace("更正通知", " "))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("source"));
  }

  private int entries(String type) {
    return entries.payloads(bureau, type).size();
  }
}
