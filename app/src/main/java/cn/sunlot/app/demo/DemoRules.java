package cn.sunlot.app.demo;

import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.PolicyProblem;
import cn.sunlot.policy.usecase.ConfirmExpiredProfile;

/** The principal answers by name for using the expired rules further (ZB-22). */
final class DemoRules {

  private static final String REASON = "新的实施细则正在制定，经局长办公会研究，施行前继续适用现行细则。";

  private final DemoBureau bureau;

  DemoRules(DemoBureau bureau) {
    this.bureau = bureau;
  }

  void confirm() {
    bureau.as(
        DemoPerson.PRINCIPAL,
        () -> {
          if (expired()) {
            bureau
                .use(ConfirmExpiredProfile.class)
                .run("zibo_miit", REASON, bureau.today().plusMonths(12));
          }
        });
  }

  private boolean expired() {
    try {
      bureau
          .use(Policies.class)
          .getProfile(bureau.session(DemoPerson.PRINCIPAL).authorityId(), bureau.today());
      return false;
    } catch (Refused refused) {
      if (refused.problem() == PolicyProblem.PROFILE_EXPIRED) {
        return true;
      }
      throw refused;
    }
  }
}
