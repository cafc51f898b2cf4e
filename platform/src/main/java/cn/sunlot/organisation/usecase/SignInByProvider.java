package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Vouched;
import cn.sunlot.organisation.store.IdentityStore;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.usecase.Admission.Attempt;
import cn.sunlot.organisation.usecase.Admission.Outcome;
import cn.sunlot.organisation.usecase.Admission.Proof;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person in whom the identity provider vouches for. Accounts and roles are ours: it says who
 * somebody is and nothing else. The first time the login names the account, which is bound to the
 * provider's subject then; later the subject counts, whatever login goes with it.
 */
@Component
public class SignInByProvider {

  private static final String WAY = "oidc";

  private final OrganisationStore store;
  private final IdentityStore identities;
  private final Admission admission;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  SignInByProvider(
      OrganisationStore store,
      IdentityStore identities,
      Admission admission,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.identities = identities;
    this.admission = admission;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Lets the person in.
   *
   * @param code of the own second factor, where the provider has not asked for one; null where none
   *     was typed
   * @throws Refused if nobody has this login here, the account is bound to somebody else, locked or
   *     inactive, or a code is needed or wrong; a wrong one is counted all the same
   */
  public SignedIn run(Vouched vouched, @Nullable String code) {
    Outcome outcome = SystemWork.run(() -> transaction.execute(status -> attempt(vouched, code)));
    if (outcome.person() == null) {
      throw Objects.requireNonNull(outcome.refusal());
    }
    return outcome.person();
  }

  private Outcome attempt(Vouched vouched, @Nullable String code) {
    Optional<UUID> bound = identities.findPerson(vouched.issuer(), vouched.subject());
    Person person =
        bound.map(store::getPerson).or(() -> store.findPersonByLogin(vouched.login())).orElse(null);
    if (person == null) {
      return new Outcome(
          null, Refused.because(OrganisationProblem.OIDC_LOGIN_UNKNOWN, vouched.login()));
    }
    Attempt attempt = admission.begin(person);
    if (bound.isEmpty() && identities.isBound(person.id(), vouched.issuer())) {
      audit.record(
          person.authorityId(),
          "sign-in-failed",
          person.login(),
          Map.of("locked", false, "way", WAY, "other", true));
      return new Outcome(
          null, Refused.because(OrganisationProblem.OIDC_BOUND_TO_ANOTHER, vouched.login()));
    }
    if (attempt.isLocked()) {
      return new Outcome(null, Admission.locked(attempt.account(), attempt.now()));
    }
    Outcome outcome = admission.admit(attempt, new Proof(WAY, code, vouched.secondFactor(), false));
    if (bound.isEmpty() && outcome.person() != null) {
      identities.bind(person, vouched);
      audit.record(
          person.authorityId(),
          "identity-bound",
          person.login(),
          Map.of("person", person.id().toString(), "issuer", vouched.issuer()));
    }
    return outcome;
  }
}
