package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a program that nobody has set up, and two spreadsheets, to a corrected result that a citizen
 * finds and whose draw a citizen repeats. Everything through the windows of those who do it.
 */
class NewBureauTest {

  private static final String BUREAU = "示范市工业和信息化局";
  private static final String ITEM = "JN-01";
  private static final String LINE = "重点用能企业节能监察";
  private static final String FINDING = "一台在用电动机属淘汰型号，现场停用并登记";
  private static final String CORRECTED = "两台在用电动机属淘汰型号，现场停用并登记";

  @TempDir private Path folder;

  @Test
  void two_spreadsheets_become_results_that_anybody_can_check() throws Exception {
    go(false);
  }

  @Test
  @Tag("deep")
  void no_step_of_it_is_a_barrier() throws Exception {
    go(true);
  }

  private void go(boolean axe) throws Exception {
    try (Office office = Office.empty(folder, "correct-horse-battery", axe)) {
      new SetUp(office).run(BUREAU);
      addPeople(new Personnel(office));
      confirmRules(office.desk("principal"));
      importTargets(office.desk("officer"));
      importInspectors(office.desk("officer"));
      plan(office);
      Task task = draw(office.desk("officer"));
      List<Task.Visit> visits = task.visits();
      inspect(office, visits);
      task.hasEnded();
      report(office, task);
      correct(office, visits.get(1));
      lookItUp(office, visits.get(1));
      assertThat(office.pictures().barriers()).as("axe, serious and critical").isEmpty();
    }
  }

  private static void addPeople(Personnel personnel) {
    personnel.addSection("节能科", "");
    personnel.addSection("法规科", "法规");
    personnel.add("李晓雯", "officer", "节能科", "section-officer");
    personnel.add("陈志远", "head", "节能科", "section-head");
    personnel.add("周立新", "principal", BUREAU, "principal");
    personnel.add("孙文静", "regulation", "法规科", "regulation-section");
    personnel.add("王建国", "wang", "节能科", "inspector");
    personnel.add("赵敏", "zhao", "节能科", "inspector");
    personnel.add("马晓东", "ma", "节能科", "inspector");
    personnel.add("朱丽娟", "zhu", "节能科", "inspector");
    personnel.pictures();
  }

  /** The rules of the bureau have expired; whoever uses them on answers for it by name. */
  private static void confirmRules(Desk principal) {
    Page page = principal.choose("监管规则").page();
    page.locator("li.ours a").click();
    assertThat(page.getByText("这套规则已过有效期")).isVisible();
    principal.picture("rules-expired");
    page.locator("[data-command=confirm-expired]").click();
    new Form(page)
        .type("field-reason", "新的实施细则正在制定，施行前继续适用现行细则。")
        .day("field-until", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(6));
    principal.confirm();
    assertThat(page.getByText("周立新确认沿用至")).isVisible();
    principal.picture("rules-confirmed");
  }

  private void importTargets(Desk officer) throws Exception {
    Importing targets = new Importing(officer).begin("targets");
    Path template = targets.template(folder);
    targets
        .upload(Spreadsheets.targets(template, folder.resolve("检查对象.xlsx")), "targets")
        .counts("read", Enterprise.TAKEN + Enterprise.REJECTED)
        .counts("rejected", Enterprise.REJECTED)
        .counts("warned", 2)
        .run("targets")
        .counts("added", Enterprise.TAKEN)
        .counts("rejected", Enterprise.REJECTED);
    assertThat(targets.problems(folder))
        .anySatisfy(row -> assertThat(row).contains("示范市恒达陶瓷公司", "与第 2 行重复"))
        .anySatisfy(row -> assertThat(row).contains("示范市张某商店", "这是个人身份证号"))
        .anySatisfy(row -> assertThat(row).contains("示范市未评热电", "现为“E”"))
        .anySatisfy(
            row -> assertThat(row).contains(Enterprise.WRONG_CHECK_CHARACTER.name(), "信用代码的校验位不对"))
        .hasSize(Enterprise.REJECTED + 1);
    listIncomplete(officer);
  }

  /** What lacks something that ZB-6 wants is not given back, but counted, and listed at a click. */
  private static void listIncomplete(Desk officer) {
    Page page = officer.choose("检查对象").page();
    assertThat(page.locator("[data-figure=incomplete]")).containsText("1");
    assertThat(page.locator("[data-figure=warned]")).containsText("1");
    page.locator("[data-figure=incomplete]").click();
    assertThat(page.locator("main tbody tr")).hasCount(1);
    assertThat(page.locator("main tbody")).containsText(Enterprise.WITHOUT_CONTACT.name());
    officer.picture("targets-incomplete");
  }

  private void importInspectors(Desk officer) throws Exception {
    Importing inspectors =
        new Importing(officer)
            .begin("inspectors")
            .upload(Spreadsheets.inspectors(folder.resolve("执法人员.csv")), "inspectors")
            .lacks("执法证有效期至")
            .map("licence-until", Spreadsheets.UNKNOWN_COLUMN)
            .counts("read", 6)
            .counts("rejected", 1)
            .run("inspectors")
            .counts("added", 5);
    assertThat(inspectors.problems(folder))
        .anySatisfy(row -> assertThat(row).contains("胡志强", "没有名为“统计科”的科室"))
        .anySatisfy(row -> assertThat(row).contains("郭红梅", "执法证已于 2024-12-31 到期"))
        .hasSize(2);
    officer.choose("检查人员").picture("inspectors");
  }

  private static void plan(Office office) {
    Planning planning = new Planning(office.desk("officer"), office.desk("principal"));
    planning.item(ITEM, "工业节能监察");
    planning.plan("本年度节能监察双随机抽查计划", LINE, ITEM);
    office.desk("wang").mayNot("批量导入", "imports");
    office.desk("principal").mayNot("批量导入", "imports/new");
  }

  private static Task draw(Desk officer) {
    return Task.open(officer, LINE).freezePool().drawTargets().drawTeams().dispatch();
  }

  /** Two of twelve in class A, two of six in class B; no two visits end alike. */
  private static void inspect(Office office, List<Task.Visit> visits) {
    assertThat(visits).hasSize(4).allSatisfy(visit -> assertThat(visit.team()).hasSize(2));
    Desk head = office.desk("head");
    allIsWell(office, visits.get(0));
    Inspection.accept(visits.get(0).id(), head);
    problemFound(office, visits.get(1));
    Inspection.sendBack(visits.get(1).id(), head, "请写明措施");
    putRight(office, visits.get(1));
    Inspection.accept(visits.get(1).id(), head);
    refusesToSign(office, visits.get(2));
    Inspection.accept(visits.get(2).id(), head);
    nobodyThere(office, visits.get(3));
    Inspection.accept(visits.get(3).id(), head);
  }

  private static Inspection inspection(Office office, Task.Visit visit, int member) {
    return Inspection.open(visit.id(), office.desk(visit.team().get(member)));
  }

  private static void allIsWell(Office office, Task.Visit visit) {
    inspection(office, visit, 0)
        .picture("record")
        .arrive()
        .findNothing()
        .photo()
        .sign("李厂长")
        .save()
        .picture("record-no-problem");
    inspection(office, visit, 1).submit();
  }

  private static void problemFound(Office office, Task.Visit visit) {
    inspection(office, visit, 0)
        .arrive()
        .findProblem(FINDING, "")
        .photo()
        .sign("李厂长")
        .save()
        .picture("record-problem")
        .submit();
  }

  private static void putRight(Office office, Task.Visit visit) {
    inspection(office, visit, 1)
        .reads("请写明措施")
        .picture("record-returned")
        .correct(FINDING, "责令停止使用")
        .save()
        .submit();
  }

  private static void refusesToSign(Office office, Task.Visit visit) {
    inspection(office, visit, 0)
        .arrive()
        .findNothing()
        .photo()
        .refuseToSign("企业负责人拒绝签字，两名检查人员在场注明。", "园区管委会 张某")
        .officersSign()
        .save()
        .picture("record-refused");
    inspection(office, visit, 1).submit();
  }

  private static void nobodyThere(Office office, Task.Visit visit) {
    inspection(office, visit, 0)
        .photo()
        .impossible("unreachable-at-registered-address", "登记地址为空置厂房，电话无人接听。")
        .save()
        .picture("record-direct")
        .submit();
  }

  private static void report(Office office, Task task) {
    Report.of(office.desk("officer"), task.id())
        .write("一家企业仍有淘汰型号的电动机在用，已当场改正；一家无法联系。", "列入下次复查。")
        .publish(office.desk("head"));
  }

  /** Only the principal may, and what was published before stays. */
  private static void correct(Office office, Task.Visit visit) {
    Desk head = office.desk("head").choose("检查结果");
    head.page().getByText(visit.target()).first().click();
    head.shows("已公示").hasNot("correct");
    Desk principal = office.desk("principal").open(head.path()).shows("已公示");
    Page page = principal.page();
    page.locator("[data-command=correct]").click();
    new Form(page).type("field-finding", CORRECTED).type("field-reason", "数量有误，实为两台");
    principal.confirm();
    assertThat(page.locator("[data-revision]")).hasCount(2);
    principal.picture("result-corrected");
  }

  private void lookItUp(Office office, Task.Visit visit) throws Exception {
    String twoCharacters = visit.target().substring(3, 5);
    Citizen citizen = office.citizen().comes().picture("home");
    citizen.looksFor(twoCharacters).finds(1).picture("results").follows(visit.target());
    citizen.reads(CORRECTED).reads("责令停止使用").reads("更正记录").picture("result");
    citizen.follows("原结果").reads(FINDING).reads("这是更正之前的结果").picture("result-original");
    citizen.comes().looksFor(codeOf(visit)).finds(1).follows(visit.target());
    citizen.reads("参加抽取的 18 家中随机抽取了 4 家，这一家在其中");
    citizen.follows("查看这次任务和抽取").picture("notice").follows("检查对象抽取");
    citizen.reads("为什么抽到我？").reads("本次从 18 家企业中按规则随机抽取 4 家").picture("draw");
    verify(citizen.downloads(folder));
  }

  private static String codeOf(Task.Visit visit) {
    return Enterprise.all().stream()
        .filter(one -> one.name().equals(visit.target()))
        .findFirst()
        .orElseThrow()
        .code();
  }

  private void verify(Path transcript) throws Exception {
    Verification right = Verification.of(transcript);
    assertThat(right.code()).as(right.printed()).isZero();
    Verification wrong =
        Verification.of(Verification.tamper(transcript, folder.resolve("forged.zip")));
    assertThat(wrong.code()).as(wrong.printed()).isNotZero();
    assertThat(wrong.printed()).containsPattern("V\\d+ +✗").contains("result.json");
  }
}
