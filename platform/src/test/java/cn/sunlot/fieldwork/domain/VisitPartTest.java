package cn.sunlot.fieldwork.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.tasking.Tasks.Visit;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitPartTest {

  private static final UUID TASK = UUID.randomUUID();
  private static final UUID MARKET = UUID.randomUUID();
  private static final UUID CREDIT_SECTION = UUID.randomUUID();
  private static final UUID LAW_SECTION = UUID.randomUUID();
  private static final UUID EMERGENCY = UUID.randomUUID();
  private static final Map<UUID, UUID> BODIES =
      Map.of(MARKET, MARKET, CREDIT_SECTION, MARKET, LAW_SECTION, MARKET, EMERGENCY, EMERGENCY);

  private static VisitItem item(UUID department) {
    return new VisitItem(TASK, UUID.randomUUID(), department);
  }

  private static List<VisitPart> parts(UUID lead, VisitItem... items) {
    var visit =
        new Visit(
            UUID.randomUUID(),
            "V-2026-0001",
            UUID.randomUUID(),
            lead,
            UUID.randomUUID(),
            "T:1",
            "企业",
            "370300",
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 31),
            null,
            "dispatched",
            "base",
            "1",
            List.of(items),
            List.of());
    return VisitPart.of(visit, BODIES::get);
  }

  @Test
  void sections_of_one_department_have_one_part_reviewed_where_the_visit_is_led() {
    VisitItem credit = item(CREDIT_SECTION);
    VisitItem law = item(LAW_SECTION);
    assertThat(parts(LAW_SECTION, credit, law))
        .containsExactly(new VisitPart(LAW_SECTION, MARKET, List.of(credit, law)));
  }

  @Test
  void each_department_has_its_own_and_the_leading_one_comes_first() {
    VisitItem emergency = item(EMERGENCY);
    VisitItem credit = item(CREDIT_SECTION);
    assertThat(parts(CREDIT_SECTION, emergency, credit))
        .containsExactly(
            new VisitPart(CREDIT_SECTION, MARKET, List.of(credit)),
            new VisitPart(EMERGENCY, EMERGENCY, List.of(emergency)));
  }

  @Test
  void who_leads_and_checks_nothing_has_no_part() {
    VisitItem emergency = item(EMERGENCY);
    assertThat(parts(MARKET, emergency))
        .containsExactly(new VisitPart(EMERGENCY, EMERGENCY, List.of(emergency)));
  }
}
