package cn.sunlot.app.demo;

import cn.sunlot.organisation.usecase.SetUpCode;
import org.springframework.context.ApplicationContext;

/** Loads the demo once, into an empty platform. */
public final class Demo {

  private final ApplicationContext platform;

  public Demo(ApplicationContext platform) {
    this.platform = platform;
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
    new DemoItems(bureau).make();
  }
}
