package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.IdentityStore;
import cn.sunlot.organisation.store.PersonStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The security administrator looses an account from the provider's subject, because it was bound to
 * a wrong one or the person has another there now; the next sign-in binds anew.
 */
@Component
@Transactional
public class UnbindIdentity {

  private final PersonStore store;
  private final IdentityStore identities;
  private final Administered administered;
  private final AuditLog audit;

  UnbindIdentity(
      PersonStore store, IdentityStore identities, Administered administered, AuditLog audit) {
    this.store = store;
    this.identities = identities;
    this.administered = administered;
    this.audit = audit;
  }

  /**
   * Looses it; the person's sessions end.
   *
   * @param reason who asked, and how they were known
   * @throws Refused if somebody else administers the person, the row has moved on, the account is
   *     not bound, or it is the own one
   */
  public void run(UUID id, IfMatch seen, String reason) {
    var person = administered.getPerson(id);
    seen.check(store.getVersion(id));
    if (id.equals(SignedIn.get().personId())) {
      throw Refused.because(OrganisationProblem.NOT_ONESELF);
    }
    if (!identities.unbind(id)) {
      throw Refused.because(OrganisationProblem.IDENTITY_NOT_BOUND);
    }
    store.endSessions(id);
    audit.record(
        "identity-unbound", person.login(), Map.of("person", id.toString(), "reason", reason));
  }
}
