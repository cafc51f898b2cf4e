package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry.Inspector;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class InspectorImportTest {

  private static final String HEADER = "执法证号,姓名,性别,职务,科室,执法证有效期至,执法资格,登录账号\n";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Registry registry;
  @Autowired private SettableClock clock;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
  }

  private Import rows(String... rows) {
    return importing.csv(bureau, "inspectors", HEADER + String.join("\n", rows) + "\n");
  }

  private List<Inspector> inspectors() {
    return bureau.as("officer", () -> registry.listInspectors(bureau.authorityId()));
  }

  @Test
  @Clause("ZB-7")
  void an_inspector_is_kept_with_licence_sex_post_and_account() {
    String login = bureau.person("inspector").login();
    Import done = rows("zb0001,测试inspector,女,主任科员,节能科,2028年12月31日,节能监察；安全," + login);
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().warned()).isZero();
    Inspector inspector = inspectors().get(0);
    assertThat(inspector.licenceNumber()).isEqualTo("ZB0001");
    assertThat(inspector.sex()).isEqualTo("female");
    assertThat(inspector.licenceUntil()).isEqualTo(LocalDate.of(2028, 12, 31));
    assertThat(inspector.departmentId()).isEqualTo(bureau.section("节能科").id());
    assertThat(inspector.personId()).isEqualTo(bureau.person("inspector").id());
    assertThat(inspector.qualifications()).containsExactlyInAnyOrder("节能监察", "安全");
  }

  @Test
  @Clause("ZB-7")
  void an_expired_licence_is_kept_with_a_warning() {
    Import done = rows("ZB0001,李阳,男,科员,节能科,2026-03-01,,");
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().findings()).containsEntry("licence-expired", 1);
    assertThat(importing.errors(done).get(0).get(8)).contains("2026-03-01");
    Import lastDay = rows("ZB0002,王阳,男,科员,节能科,2026-03-02,,");
    assertThat(lastDay.counts().warned()).isZero();
  }

  @Test
  void who_has_no_licence_section_or_last_day_is_rejected() {
    Import done =
        rows(
            ",李阳,男,科员,节能科,2028-01-01,,",
            "ZB1,李阳,男,科员,没有科,2028-01-01,,",
            "ZB2,李阳,男,科员,节能科,2028-02-30,,",
            "ZB3,李阳,男,科员,节能科,,,",
            "ZB4,,男,科员,节能科,2028-01-01,,",
            "ZB5,李阳,,,节能科,2028-01-01,,");
    assertThat(done.counts().rejected()).isEqualTo(5);
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().findings())
        .containsEntry("missing", 3)
        .containsEntry("section-unknown", 1)
        .containsEntry("date-wrong", 1)
        .containsEntry("sex-unknown", 1)
        .containsEntry("post-missing", 1);
    assertThat(importing.errors(done).get(1).get(9)).contains("节能科").contains("安全生产科");
  }

  @Test
  void an_account_of_somebody_else_is_not_linked() {
    String login = bureau.person("inspector").login();
    Import done =
        rows(
            "ZB1,别人,男,科员,节能科,2028-01-01,," + login,
            "ZB2,测试inspector,男,科员,安全生产科,2028-01-01,," + login,
            "ZB3,测试inspector,男,科员,节能科,2028-01-01,," + login,
            "ZB4,测试inspector,男,科员,节能科,2028-01-01,," + login);
    assertThat(done.counts().added()).isEqualTo(4);
    assertThat(done.counts().findings()).containsEntry("login-not-linked", 3);
    assertThat(inspectors())
        .filteredOn(i -> i.personId() != null)
        .extracting(Inspector::licenceNumber)
        .containsExactly("ZB3");
  }

  @Test
  void the_same_list_again_changes_nothing_and_a_renewed_licence_is_a_change() {
    String login = bureau.person("inspector").login();
    String row = "ZB3,测试inspector,男,科员,节能科,2026-06-30,法律," + login;
    rows(row);
    assertThat(rows(row).counts().unchanged()).isEqualTo(1);
    Import renewed = rows("ZB3,测试inspector,男,科员,节能科,2030-06-30,,");
    assertThat(renewed.counts().changed()).isEqualTo(1);
    Inspector inspector = inspectors().get(0);
    assertThat(inspector.licenceUntil()).isEqualTo(LocalDate.of(2030, 6, 30));
    assertThat(inspector.personId()).isEqualTo(bureau.person("inspector").id());
    assertThat(inspector.qualifications()).containsExactly("法律");
  }
}
