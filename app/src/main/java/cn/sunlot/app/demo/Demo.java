package cn.sunlot.app.demo;

import cn.sunlot.organisation.usecase.SetUpCode;
import cn.sunlot.planning.domain.Line;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.ObjectMapper;

/** Loads the demo once, into an empty platform. */
public final class Demo {

  private final ApplicationContext platform;
  private final int port;

  /**
   * A demo for this platform.
   *
   * @param port where it answers, for what is done as a browser does
   */
  public Demo(ApplicationContext platform, int port) {
    this.platform = platform;
    this.port = port;
  }

  /** Loads it; does nothing where anybody has an account. */
  public boolean load() {
    var code = platform.getBean(SetUpCode.class).find();
    code.ifPresent(this::load);
    return code.isPresent();
  }

  private void load(String setUpCode) {
    var bureau = new DemoBureau(platform);
    new DemoOrganisation(bureau).make(setUpCode);
    new DemoRules(bureau).confirm();
    var items = new DemoItems(bureau).make();
    var browser = new DemoBrowser(port, platform.getBean(ObjectMapper.class));
    new DemoCity(bureau, browser).make();
    var targets = new DemoTargets();
    importRegistries(bureau, targets);
    new DemoDeclarations(bureau, targets).make();
    new DemoExperts(bureau).make();
    new DemoSubRegistries(bureau, targets).make();
    var credit = new DemoCredit(bureau, targets);
    credit.make();
    List<Line> lines = new DemoPlans(bureau).make(items).current().lines();
    // The third line is left to whoever tries the demo.
    var tasks = new DemoTasks(bureau, browser);
    tasks.finish(lines.get(1).id());
    credit.goOn();
    tasks.dispatch(lines.get(0).id());
    new DemoDuplicates(bureau).make();
  }

  private static void importRegistries(DemoBureau bureau, DemoTargets targets) {
    var imports = new DemoImports(bureau, DemoPerson.SECTION);
    LocalDate today = bureau.today();
    imports.run("inspectors", "执法检查人员名录.csv", DemoInspectors.csv(today));
    imports.run("trainings", "双随机培训记录.csv", DemoTrainings.csv(today));
    imports.run("targets", "检查对象名录.csv", targets.csv());
    imports.run("targets", "特种设备和厂区名录.csv", new DemoEquipment(targets, today).csv());
  }
}
