package cn.sunlot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In the demo: from the line of a plan to a result that any citizen can check. {@link
 * NewBureauTest} goes the same way from further back each time.
 */
@Tag("deep")
class JourneyTest {

  private static final String LINE = "临淄区、桓台县节能管理制度检查";
  private static final List<String> MAIN_PAGES =
      List.of("", "tasks", "draws", "visits", "reports", "results");

  @TempDir private Path folder;

  @Test
  void a_line_of_the_plan_becomes_results_that_anybody_can_check() throws Exception {
    try (Office office = Office.demo(folder)) {
      Desk officer = office.desk("section").picture("home");
      Task task = Task.open(officer, LINE).freezePool().drawTargets().drawTeams().dispatch();
      List<Task.Visit> visits = task.visits();
      visits.forEach(visit -> inspect(office, visit));
      task.hasEnded();
      Report.of(officer, task.id()).write("未发现问题", "无").publish(office.desk("head"));
      lookItUp(office, visits);
      lookAtPhone(office, task);
      assertThat(office.pictures().barriers()).as("axe, serious and critical").isEmpty();
    }
  }

  private static void inspect(Office office, Task.Visit visit) {
    Inspection.open(visit.id(), office.desk(visit.team().get(0)))
        .arrive()
        .findNothing()
        .sign("李厂长")
        .save();
    Inspection.open(visit.id(), office.desk(visit.team().get(1))).photo().submit();
    Inspection.accept(visit.id(), office.desk("head"));
  }

  private void lookItUp(Office office, List<Task.Visit> visits) {
    Citizen citizen = office.citizen().comes().looksFor(visits.get(0).target());
    citizen.follows(visits.get(0).target()).reads("未发现问题").reads("这一家在其中");
    Path transcript = citizen.follows("怎样验证").downloads(folder);
    Verification check = Verification.of(transcript);
    assertThat(check.code()).as(check.printed()).isZero();
    BrowserVerifier verifier = office.verifier().comesFrom(citizen.address()).withLog().starts();
    assertThat(verifier.verdict()).isEqualTo("结论：所检查的各项全部成立");
  }

  private static void lookAtPhone(Office office, Task task) {
    Desk phone = office.phone("section");
    for (String path : MAIN_PAGES) {
      phone.open(path).picture("phone-" + (path.isEmpty() ? "home" : path));
      assertFits(phone.page());
    }
    phone.open("tasks/" + task.id()).picture("phone-task");
    assertFits(phone.page());
  }

  /** Nothing is wider than the screen. */
  private static void assertFits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).as(page.url()).isEqualTo(390);
  }
}
