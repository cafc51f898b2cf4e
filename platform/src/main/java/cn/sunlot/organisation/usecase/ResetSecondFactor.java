package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.PersonStore;
import cn.sunlot.organisation.store.SecondFactorStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator takes away the second step of somebody who lost their phone. */
@Component
@Transactional
public class ResetSecondFactor {

  private final PersonStore store;
  private final SecondFactorStore factors;
  private final Administered administered;
  private final AuditLog audit;

  ResetSecondFactor(
      PersonStore store, SecondFactorStore factors, Administered administered, AuditLog audit) {
    this.store = store;
    this.factors = factors;
    this.administered = administered;
    this.audit = audit;
  }

  /**
   * Takes it away; the person's sessions end.
   *
   * @param reason who asked, and how they were known
   * @throws Refused if the row has moved on, there is none, or it is the own one
   */
  public void run(UUID id, IfMatch seen, String reason) {
    seen.check(store.getVersion(id));
    var person = administered.getPerson(id);
    if (id.equals(SignedIn.get().personId())) {
      throw Refused.because(OrganisationProblem.NOT_ONESELF);
    }
    if (!factors.remove(id)) {
      throw Refused.because(OrganisationProblem.SECOND_FACTOR_NOT_SET);
    }
    store.endSessions(id);
    audit.record(
        "second-factor-reset", person.login(), Map.of("person", id.toString(), "reason", reason));
  }
}
