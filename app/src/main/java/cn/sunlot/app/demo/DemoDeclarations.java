package cn.sunlot.app.demo;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.registry.usecase.ConfirmRegistry;
import cn.sunlot.registry.usecase.DeclareInterest;
import cn.sunlot.registry.usecase.KeepLeave;
import java.time.LocalDate;

/** What is said of the registries: who must not visit whom, who is away, that all is current. */
final class DemoDeclarations {

  private final DemoBureau bureau;
  private final DemoTargets targets;

  DemoDeclarations(DemoBureau bureau, DemoTargets targets) {
    this.bureau = bureau;
    this.targets = targets;
  }

  void make() {
    bureau.as(DemoPerson.SECTION, this::declare);
    bureau.as(
        DemoPerson.SECTION,
        () -> {
          var confirm = bureau.use(ConfirmRegistry.class);
          confirm.run(KeptRegistry.TARGETS, "已与市场监管部门登记数据比对");
          confirm.run(KeptRegistry.INSPECTORS, "已与执法证管理系统比对");
        });
  }

  private void declare() {
    SignedIn person = bureau.session(DemoPerson.SECTION);
    var registry = bureau.use(Registry.class);
    String firm = targets.ofClass("B").get(0).unitId();
    var target = registry.findByUnitId(person.authorityId(), firm).orElseThrow();
    bureau
        .use(DeclareInterest.class)
        .run(inspector(DemoPerson.INSPECTOR1.person()).id(), target.id(), "配偶在该企业任职");
    // The one whose licence has expired: the leave takes nobody from a draw.
    Inspector away =
        registry.listInspectors(person.authorityId()).stream()
            .filter(i -> i.licenceUntil().isBefore(bureau.today()))
            .findFirst()
            .orElseThrow();
    LocalDate from = bureau.today().plusDays(3);
    bureau.use(KeepLeave.class).add(away.id(), new Leave(from, from.plusDays(11), "参加省厅执法证换证培训"));
  }

  private Inspector inspector(String name) {
    return bureau
        .use(Registry.class)
        .listInspectors(bureau.session(DemoPerson.SECTION).authorityId())
        .stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
