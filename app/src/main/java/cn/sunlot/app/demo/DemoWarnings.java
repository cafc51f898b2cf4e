package cn.sunlot.app.demo;

import cn.sunlot.credit.store.CreditSearch;
import cn.sunlot.credit.store.CreditSearch.Warning;
import cn.sunlot.credit.store.CreditSearch.WarningFilter;
import cn.sunlot.credit.usecase.SettleWarning;
import cn.sunlot.kernel.Page;
import java.util.List;

/** Some of the classes that worsened have been looked at. */
final class DemoWarnings {

  private static final List<String> NOTES =
      List.of("已电话核实，列入下一次随机抽查", "上门核实，问题已改正，继续观察", "已约谈企业负责人，要求提交整改报告");

  private final DemoBureau bureau;

  DemoWarnings(DemoBureau bureau) {
    this.bureau = bureau;
  }

  /** Settles the first ones. */
  void settle() {
    List<Warning> open =
        bureau.as(
            DemoPerson.SECTION,
            () ->
                bureau
                    .use(CreditSearch.class)
                    .pageWarnings(
                        bureau.session(DemoPerson.SECTION).scope(),
                        new WarningFilter(null, false, null),
                        new Page.Request(1, NOTES.size()))
                    .items());
    for (int i = 0; i < open.size(); i++) {
      Warning warning = open.get(i);
      String note = NOTES.get(i);
      bureau.as(DemoPerson.SECTION, () -> bureau.use(SettleWarning.class).run(warning.id(), note));
    }
  }
}
