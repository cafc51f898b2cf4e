package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.ImportProblem;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.usecase.CancelImport;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.jobs.Job;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.Registry.TargetFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class TargetImportTest {

  private static final String HEADER = "名称,统一社会信用代码,法定代表人,联系电话,住所,行政区划,信用风险分类,标签,企业类型\n";
  private static final String FULL = code("91370303MA3C0EXA0");
  private static final TargetFilter ALL = new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of());

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Registry registry;
  @Autowired private TestJobs jobs;
  @Autowired private Jobs jobFace;
  @Autowired private CancelImport cancel;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private static String code(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  private Import rows(String... rows) {
    return importing.csv(bureau, "targets", HEADER + String.join("\n", rows) + "\n");
  }

  private Target find(String unitId) {
    return findIn(bureau, unitId).orElseThrow();
  }

  private Optional<Target> findIn(Bureau where, String unitId) {
    return where.as("officer", () -> registry.findByUnitId(where.authorityId(), unitId));
  }

  private List<String> history(Target target) {
    return bureau.as(
        "officer",
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    s ->
                        database
                            .fetch(
                                "SELECT changes::text FROM registry.target_change WHERE target_id = ?"
                                    + " ORDER BY id",
                                target.id())
                            .into(String.class))));
  }

  @Test
  @Clause({"ZB-6", "PDS-11"})
  void a_complete_row_becomes_a_target_with_kind_region_class_and_tags() {
    Import done =
        rows("阳光机械有限公司," + FULL + ",王小明,0533-1234567,张店区阳光路1号,370303,b,环保；安全生产、重点,有限责任公司");
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().warned()).isZero();
    Target target = find(FULL);
    assertThat(target.name()).isEqualTo("阳光机械有限公司");
    assertThat(target.kind()).isEqualTo("enterprise");
    assertThat(target.regionCode()).isEqualTo("370303");
    assertThat(target.riskClass()).isEqualTo("B");
    assertThat(target.tags()).containsExactlyInAnyOrder("environment", "work-safety", "重点");
    assertThat(target.complete()).isTrue();
    assertThat(importing.errors(done)).isEmpty();
  }

  @Test
  @Clause("ZB-6")
  void a_row_without_contact_enters_as_incomplete_is_counted_and_can_be_drawn() {
    Import done = rows("阳光机械有限公司," + FULL + ",王小明,,张店区,370303,,,");
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().findings()).containsEntry("incomplete", 1);
    assertThat(find(FULL).complete()).isFalse();
    assertThat(bureau.as("officer", () -> registry.countForPool(bureau.authorityId(), ALL)))
        .isEqualTo(1);
  }

  @Test
  void codes_are_folded_and_doubtful_ones_kept_with_a_warning() {
    String wrong = FULL.substring(0, 17) + (FULL.endsWith("1") ? "2" : "1");
    Import done =
        rows(
            "甲公司,９１370303ma3c0exa0" + FULL.substring(17) + ",甲,1,地址,370303,A,,",
            "乙公司," + wrong + ",乙,1,地址,370303,A,,",
            "丙公司,331024000029634,丙,1,地址,331024,A,,",
            "丁医院,pdy:37030300,丁,1,地址,370303,A,,");
    assertThat(done.counts().added()).isEqualTo(4);
    assertThat(done.counts().rejected()).isZero();
    assertThat(done.counts().findings())
        .containsEntry("text-normalised", 1)
        .containsEntry("unit-id-check-character", 1)
        .containsEntry("unit-id-old-number", 1);
    assertThat(find(FULL).name()).isEqualTo("甲公司");
    assertThat(find(wrong).name()).isEqualTo("乙公司");
    assertThat(find("regno:331024000029634").name()).isEqualTo("丙公司");
    assertThat(find("pdy:37030300").name()).isEqualTo("丁医院");
    assertThat(importing.errors(done)).hasSize(3);
  }

  @Test
  @Clause({"ZB-6", "PDS-11"})
  void a_former_region_code_is_replaced_by_its_successor_and_counted() {
    Import done = rows("旧城公司," + FULL + ",甲,1,地址,370123,A,,");
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().findings()).containsEntry("region-former", 1);
    assertThat(find(FULL).regionCode()).isEqualTo("370113");
  }

  @Test
  @Clause("ZB-20")
  void an_identity_number_of_a_person_is_refused_with_the_way_out() {
    Import done = rows("王小明个体店,11010519491231002X,王小明,1,地址,370303,A,,");
    assertThat(done.counts().added()).isZero();
    assertThat(done.counts().rejected()).isEqualTo(1);
    List<String> row = importing.errors(done).get(0);
    assertThat(row.get(9)).contains("个人身份证号");
    assertThat(row.get(10)).contains("营业执照");
    assertThat(row.get(11)).isEqualTo("2");
  }

  @Test
  @Clause("ZB-6")
  void only_what_cannot_be_identified_or_placed_is_rejected_and_every_row_is_accounted_for() {
    Import done =
        rows(
            "," + FULL + ",甲,1,地址,370303,A,,",
            "没有编号,,甲,1,地址,370303,A,,",
            "编号不对,9137OI,甲,1,地址,370303,A,,",
            "分类不对," + code("91370303MA3C0EXA1") + ",甲,1,地址,370303,E,,",
            "区划不对," + code("91370303MA3C0EXA2") + ",甲,1,地址,3703,A,,",
            "区划旧," + code("91370303MA3C0EXA3") + ",甲,1,地址,370399,A,,",
            "到村," + code("91370303MA3C0EXA4") + ",甲,1,地址,370303001002,A,,",
            "按名称," + code("91370303MA3C0EXA5") + ",甲,1,地址,淄博,A,,",
            "多一格," + code("91370303MA3C0EXA6") + ",甲,1,地址,370303,A,,,多余");
    var counts = done.counts();
    assertThat(counts.read()).isEqualTo(9);
    assertThat(counts.added()).isEqualTo(3);
    assertThat(counts.rejected()).isEqualTo(6);
    assertThat(counts.addUp()).isTrue();
    assertThat(counts.findings())
        .containsEntry("missing", 2)
        .containsEntry("unit-id-shape", 1)
        .containsEntry("risk-class", 1)
        .containsEntry("region-shape", 1)
        .containsEntry("region-unknown", 1)
        .containsEntry("region-cut", 1)
        .containsEntry("cell-unreadable", 1);
    assertThat(find(code("91370303MA3C0EXA3")).regionCode()).isEqualTo("370399");
    assertThat(find(code("91370303MA3C0EXA4")).regionCode()).isEqualTo("370303");
    assertThat(find(code("91370303MA3C0EXA5")).regionCode()).isEqualTo("370300");
  }

  @Test
  void the_later_of_two_rows_with_one_code_is_refused_naming_the_earlier() {
    Import done =
        rows(
            "甲公司," + FULL + ",甲,1,地址,370303,A,,",
            "乙公司," + FULL.toLowerCase(java.util.Locale.ROOT) + ",乙,1,地址,370303,A,,");
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().rejected()).isEqualTo(1);
    assertThat(find(FULL).name()).isEqualTo("甲公司");
    assertThat(importing.errors(done).get(0).get(9)).contains("与第 2 行重复");
  }

  @Test
  @Clause("PDS-11")
  void the_same_file_again_changes_nothing() {
    String[] rows = {
      "甲公司," + FULL + ",甲,1,地址,370399,A,环保,公司",
      "乙公司," + code("92370303MA3C0EXA1") + ",,,,370303,,,",
    };
    rows(rows);
    Import again = rows(rows);
    assertThat(again.counts().unchanged()).isEqualTo(2);
    assertThat(again.counts().changed()).isZero();
    assertThat(again.counts().added()).isZero();
    assertThat(history(find(FULL))).isEmpty();
    assertThat(find(code("92370303MA3C0EXA1")).kind()).isEqualTo("individual-business");
  }

  @Test
  @Clause("PDS-11")
  void what_changed_is_history_and_what_the_file_does_not_say_stays() {
    rows("甲公司," + FULL + ",甲,1,地址,370399,A,环保,公司");
    Import later =
        importing.csv(bureau, "targets", "名称,统一社会信用代码,信用风险分类,负责人\n新名公司," + FULL + ",C,\n");
    assertThat(later.counts().changed()).isEqualTo(1);
    Target target = find(FULL);
    assertThat(target.name()).isEqualTo("新名公司");
    assertThat(target.riskClass()).isEqualTo("C");
    assertThat(target.responsiblePerson()).isEqualTo("甲");
    assertThat(target.regionCode()).isEqualTo("370399");
    assertThat(history(target))
        .containsExactly("{\"name\": [\"甲公司\", \"新名公司\"], \"riskClass\": [\"A\", \"C\"]}");
  }

  @Test
  void the_columns_that_were_chosen_are_remembered_for_the_next_file_with_that_header() {
    String csv = "甲,乙\n阳光公司," + FULL + "\n";
    Import first = importing.uploaded(bureau, "targets", csv.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> importing.preview(bureau, first))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(ImportProblem.MAPPING_WRONG);
              assertThat(refused.wrongValues()).extracting("field").contains("unit-id", "name");
            });
    importing.startWith(bureau, first, java.util.Map.of("unit-id", "乙", "name", "甲"));
    jobs.runDue();
    Import again = importing.csv(bureau, "targets", csv);
    assertThat(again.counts().unchanged()).isEqualTo(1);
  }

  @Test
  void the_preview_shows_rows_as_they_would_be_taken_and_imports_nothing() {
    Import uploaded =
        importing.uploaded(
            bureau,
            "targets",
            ("名称,统一社会信用代码,类型,备注\n甲," + FULL + ",个体工商户,x\n,,企业,\n")
                .getBytes(StandardCharsets.UTF_8));
    var preview = importing.preview(bureau, uploaded);
    assertThat(preview.counts().read()).isEqualTo(2);
    assertThat(preview.counts().rejected()).isEqualTo(1);
    assertThat(preview.unused()).containsExactly("备注");
    assertThat(preview.rows().get(0).values())
        .containsEntry("unit-id", FULL)
        .containsEntry("kind", "individual-business");
    assertThat(preview.rows().get(1).rejected()).isTrue();
    assertThat(findIn(bureau, FULL)).isEmpty();
  }

  @Test
  void a_cancelled_import_leaves_nothing() {
    Import waiting =
        importing.started(
            bureau,
            "targets",
            (HEADER + "甲," + FULL + ",,,,,,,\n").getBytes(StandardCharsets.UTF_8));
    Import cancelled = bureau.as("officer", () -> cancel.run(waiting.id()));
    assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
    jobs.runDue();
    assertThat(jobState(waiting)).isEqualTo(Job.State.CANCELLED);
    assertThat(findIn(bureau, FULL)).isEmpty();
  }

  @Test
  void an_import_that_is_asked_to_stop_while_it_runs_stops_and_leaves_nothing() {
    Import waiting =
        importing.started(
            bureau,
            "targets",
            (HEADER + "甲," + FULL + ",,,,,,,\n").getBytes(StandardCharsets.UTF_8));
    system(
        "UPDATE kernel.job SET state = 'running' WHERE id = ?",
        Objects.requireNonNull(waiting.jobId()));
    Import asked = bureau.as("officer", () -> cancel.run(waiting.id()));
    assertThat(asked.state()).isEqualTo(ImportState.RUNNING);
    jobs.runDue();
    assertThat(importing.get(bureau, waiting.id()).state()).isEqualTo(ImportState.CANCELLED);
    assertThat(jobState(waiting)).isEqualTo(Job.State.CANCELLED);
    assertThat(findIn(bureau, FULL)).isEmpty();
    assertThat(staged(waiting)).isZero();
  }

  @Test
  void after_a_crash_between_staging_and_merge_another_node_finishes_the_import() {
    Import waiting =
        importing.started(
            bureau,
            "targets",
            (HEADER + "甲," + FULL + ",,,,,,,\n").getBytes(StandardCharsets.UTF_8));
    // What a killed process leaves: rows staged, job running, its heartbeat long ago.
    system(
        "INSERT INTO registry.target_staging (import_id, row_number, id, unit_id, name, warnings)"
            + " VALUES (?, 2, gen_random_uuid(), '"
            + FULL
            + "', '半途', ARRAY[]::text[])",
        waiting.id());
    system(
        "UPDATE kernel.job SET state = 'running', attempts = 1 WHERE id = ?",
        Objects.requireNonNull(waiting.jobId()));
    system(
        "UPDATE kernel.scheduled_task SET picked = true, picked_by = 'dead',"
            + " last_heartbeat = execution_time - interval '1 day' WHERE task_instance = ?",
        String.valueOf(waiting.jobId()));
    jobs.runDue();
    assertThat(importing.get(bureau, waiting.id()).state()).isEqualTo(ImportState.RUNNING);
    jobs.reviveDead();
    Import done = importing.get(bureau, waiting.id());
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(find(FULL).name()).isEqualTo("甲");
    assertThat(staged(waiting)).isZero();
  }

  @Test
  void a_file_that_breaks_off_is_imported_not_at_all_and_says_why() {
    byte[] broken =
        (HEADER + ("甲," + FULL + ",,,,,,,\n").repeat(50) + "\"乙").getBytes(StandardCharsets.UTF_8);
    Import done = importing.run(bureau, "targets", broken);
    assertThat(done.state()).isEqualTo(ImportState.FAILED);
    assertThat(done.failure().zh()).contains("双引号");
    assertThat(done.failure().en()).contains("quote");
    assertThat(findIn(bureau, FULL)).isEmpty();
    assertThat(jobState(done)).isEqualTo(Job.State.FAILED);
  }

  @Test
  void a_file_that_is_no_sheet_is_refused_at_the_door() {
    byte[] pdf = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> importing.uploaded(bureau, "targets", pdf))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(ImportProblem.FILE_UNREADABLE);
              assertThat(String.valueOf(refused.arguments()[0])).contains("PDF");
            });
  }

  @Test
  void another_authority_sees_neither_targets_nor_imports_and_may_have_the_same_code() {
    Import done = rows("甲公司," + FULL + ",甲,1,地址,370303,A,,");
    Bureau other = bureaus.create("zibo_miit");
    assertThatThrownBy(() -> importing.get(other, done.id())).isInstanceOf(Refused.class);
    assertThat(other.as("officer", () -> registry.findByUnitId(bureau.authorityId(), FULL)))
        .isEmpty();
    Import theirs =
        importing.csv(other, "targets", HEADER + "他们的," + FULL + ",甲,1,地址,370303,A,,\n");
    assertThat(theirs.counts().added()).isEqualTo(1);
    assertThat(find(FULL).name()).isEqualTo("甲公司");
  }

  private Job.State jobState(Import of) {
    return bureau.as("officer", () -> jobFace.get(Objects.requireNonNull(of.jobId()))).state();
  }

  private int staged(Import of) {
    return Objects.requireNonNull(
        transaction.execute(
            s ->
                database
                    .fetchSingle(
                        "SELECT count(*) FROM registry.target_staging WHERE import_id = ?", of.id())
                    .get(0, Integer.class)));
  }

  private void system(String sql, Object... bindings) {
    cn.sunlot.kernel.access.SystemWork.run(
        () -> transaction.executeWithoutResult(s -> database.execute(sql, bindings)));
  }
}
