package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.store.ProposalStore;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Two proposals of one plan. */
@Component
class ProposalPairs {

  private final ProposalStore store;

  ProposalPairs(ProposalStore store) {
    this.store = store;
  }

  /** The other one; refused where the two do not go to the same plan. */
  Proposal other(Proposal one, UUID otherId) {
    Proposal other = store.get(otherId);
    boolean same =
        !other.id().equals(one.id())
            && !other.isAdHoc()
            && other.origin().region().equals(one.origin().region())
            && other.origin().year() == one.origin().year();
    if (!same) {
      throw Refused.because(
          PlanningProblem.OTHER_PLAN, one.origin().number(), other.origin().number());
    }
    return other;
  }
}
