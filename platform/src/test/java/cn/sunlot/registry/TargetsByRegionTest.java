package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.Acting;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.imports.usecase.PreviewImport;
import cn.sunlot.imports.usecase.StartImport;
import cn.sunlot.imports.usecase.UploadImport;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.usecase.AddTarget;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People of a county see, enter and import the targets of the county. */
@PlatformTest
@Clause("TZ-10")
class TargetsByRegionTest {

  private static final String COUNTY = "370303";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private TargetSearch search;
  @Autowired private AddTarget add;
  @Autowired private UploadImport upload;
  @Autowired private PreviewImport preview;
  @Autowired private StartImport start;
  @Autowired private ImportStore imports;
  @Autowired private TestJobs jobs;

  private Bureau bureau;

  private static String code(int number) {
    String first17 = "91370303MA" + String.format("%07d", number);
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        "名称,统一社会信用代码,行政区划代码\n"
            + ("张店化工厂," + code(1) + ",370303\n")
            + ("淄川化工厂," + code(2) + ",370302\n")
            + ("不知何处化工厂," + code(3) + ",\n"));
  }

  private <T> T inCounty(Supplier<T> work) {
    SignedIn person = bureau.signedIn("officer");
    Scope all = person.scope();
    Scope scope =
        new Scope(
            all.authorityId(),
            all.departments(),
            all.handled(),
            Area.of(Set.of(COUNTY, "370303001")));
    SignedIn local =
        new SignedIn(
            person.personId(),
            person.name(),
            person.login(),
            person.departmentId(),
            scope,
            person.roles(),
            person.permissions());
    return Acting.as(local, work);
  }

  private List<String> names(String q) {
    var filter = new TargetListFilter(q, null, null, null, null, null, null, null);
    return inCounty(
        () -> {
          Scope scope = SignedIn.get().scope();
          Page<TargetSearch.Row> page =
              search.page(scope, filter, new Page.Request(1, 20), "unitId");
          assertThat(page.total()).isEqualTo(page.items().size());
          assertThat(search.count(scope, filter)).isEqualTo(page.total());
          return page.items().stream().map(row -> row.target().name()).toList();
        });
  }

  private Import sent(String csv) {
    return inCounty(
        () -> {
          var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
          Import sent = upload.run("targets", "名录.csv", bytes, Locale.SIMPLIFIED_CHINESE);
          start.run(sent.id(), new IfMatch(sent.version()), preview.suggest(sent));
          return sent;
        });
  }

  private Import imported(String csv) {
    Import sent = sent(csv);
    jobs.runDue();
    return inCounty(() -> imports.get(sent.id()));
  }

  @Test
  void a_county_finds_and_counts_its_own_targets_only() {
    assertThat(names("化工")).containsExactly("张店化工厂");
  }

  @Test
  void a_target_of_another_region_is_neither_entered_nor_entered_twice() {
    var elsewhere = new TargetContent("新厂", "enterprise", "370302", "", "N", List.of(), null, null);
    assertThatThrownBy(() -> inCounty(() -> add.run(code(9), elsewhere)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(KernelProblem.VALUES_WRONG);
              assertThat(refused.wrongValues())
                  .extracting(w -> w.key())
                  .containsExactly("registry.wrong.region-not-yours");
            });
    var here = new TargetContent("新厂", "enterprise", COUNTY, "", "N", List.of(), null, null);
    assertThatThrownBy(() -> inCounty(() -> add.run(code(2), here)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(RegistryProblem.UNIT_ELSEWHERE));
    inCounty(() -> add.run(code(9), here));
    assertThat(names("新厂")).containsExactly("新厂");
  }

  @Test
  void an_import_of_a_county_refuses_rows_of_other_regions_and_fills_in_its_own() {
    Import done =
        imported(
            "名称,统一社会信用代码,行政区划代码\n"
                + ("新张店厂," + code(10) + ",370303\n")
                + ("没写区划厂," + code(11) + ",\n")
                + ("别处厂," + code(12) + ",370302\n"));
    assertThat(done.counts().added()).isEqualTo(2);
    assertThat(done.counts().rejected()).isEqualTo(1);
    assertThat(done.counts().findings()).containsKey("region-not-yours");
    assertThat(names("没写区划厂")).hasSize(1);
  }

  @Test
  void an_import_with_a_target_that_is_registered_elsewhere_fails_whole_and_says_which() {
    Import failed =
        imported(
            "名称,统一社会信用代码,行政区划代码\n"
                + ("新张店厂," + code(10) + ",370303\n")
                + ("抢来的厂," + code(2) + ",370303\n"));
    assertThat(failed.state()).isEqualTo(ImportState.FAILED);
    assertThat(failed.failure().zh()).contains(code(2), "什么都没有写入");
    assertThat(failed.failure().en()).contains("nothing was written");
    assertThat(names("新张店厂")).isEmpty();
  }
}
